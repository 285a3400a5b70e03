import { relative } from 'node:path'
import { isValidElement, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { PageWriter } from './output/page-writer.ts'
import type { PagesData } from './output/pages-of.ts'
import type { Digest } from './views.ts'

interface PageData extends Partial<Pick<PagesData<unknown>, 'each' | 'output'>> {
  page: { outputPath: string }
  pagination?: { items: unknown[] }
  digest: Digest
  pages: PageWriter
}

type Template = { defaultRenderer(data: unknown): Promise<VNode | string> }

/**
 * Eleventy's compile step: a component becomes a document, a string (feeds, robots.txt) stays as it is. Either is
 * written at once, and Eleventy is given no text.
 */
export function renderPage() {
  return async function (this: Template, data: PageData): Promise<void> {
    const { digest, each, output, page, pages, pagination } = data
    if (each === undefined || !output) {
      pages.put(relative(pages.folder, page.outputPath), documentOf(await this.defaultRenderer(data)))
      return
    }
    for (const view of pagination?.items ?? []) {
      const text = documentOf(await this.defaultRenderer({ digest, [each]: view }))
      pages.put(output(view), text)
    }
  }
}

const documentOf = (page: VNode | string): string =>
  isValidElement(page) ? `<!doctype html>\n${renderToString(page)}\n` : String(page)
