import { isValidElement, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { PageWriter } from './output/page-writer.ts'

interface PageData {
  page: { outputPath: string }
  pages: PageWriter
}

type Template = { defaultRenderer(data: unknown): Promise<VNode | string> }

/**
 * Eleventy's compile step: a component becomes a document, a string (feeds, robots.txt) stays as it is. Either is
 * written at once, and Eleventy is given no text.
 */
export function renderPage() {
  return async function (this: Template, data: PageData): Promise<void> {
    const page = await this.defaultRenderer(data)
    const text = isValidElement(page) ? `<!doctype html>\n${renderToString(page)}\n` : String(page)
    data.pages.put(data.page.outputPath, text)
  }
}
