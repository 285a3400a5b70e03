import { isValidElement, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

type Template = { defaultRenderer(data: unknown): Promise<VNode | string> }

/** Eleventy's compile step: a component becomes a document, a string (feeds, robots.txt) stays as it is. */
export function renderPage() {
  return async function (this: Template, data: unknown): Promise<string> {
    const page = await this.defaultRenderer(data)
    return isValidElement(page) ? `<!doctype html>\n${renderToString(page)}\n` : String(page)
  }
}
