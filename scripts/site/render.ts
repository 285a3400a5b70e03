import { relative } from 'node:path'
import { isValidElement, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { PageWriter } from './output/page-writer.ts'
import type { PagesOf } from './output/pages-of.ts'
import type { Placed } from './output/signature.ts'
import type { Digest } from './views.ts'

interface PageData {
  page: { outputPath: string }
  pagesOf?: PagesOf<Placed>
  pagination?: { items: Placed[] }
  digest: Digest
  pages: PageWriter
}

type Template = { defaultRenderer(data: unknown): Promise<VNode | string> }

/**
 * Eleventy's compile step: a component becomes a document, a string (feeds, robots.txt) stays as it is. Either is
 * written at once, and Eleventy is given no text.
 */
export function renderPage() {
  return async function (
    this: Template,
    { digest, page, pages, pagesOf, pagination }: PageData,
  ): Promise<void> {
    if (!pagesOf) {
      const text = documentOf(await this.defaultRenderer({ digest, page }))
      await pages.put(relative(pages.folder, page.outputPath), text)
      return
    }
    const { around, each, output, wait } = pagesOf
    for (const view of pagination?.items ?? []) {
      const path = output(view)
      await wait?.(digest, view)
      if (around && !pages.isDue(path, view, around(digest, view))) continue
      await pages.put(path, documentOf(await this.defaultRenderer({ digest, [each]: view })))
    }
  }
}

const documentOf = (page: VNode | string): string =>
  isValidElement(page) ? `<!doctype html>\n${renderToString(page)}\n` : String(page)
