import type { VNode } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import { renderToString } from 'preact-render-to-string'
import { detached } from '../../scripts/content/detached.ts'

interface RawProps {
  html: string
  class?: string
  lang?: string
}

/**
 * The one way in for HTML of others. Only what our own Markdown reader wrote may be given to it. Text of another language is set in
 * the direction of its letters.
 */
export function Raw({ html, class: name, lang }: RawProps) {
  return (
    <div
      class={name}
      lang={lang}
      dir={lang ? 'auto' : undefined}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}

/** HTML that our own components were rendered to before. */
export function Made({ html }: { html: string }): VNode {
  return jsxTemplate([html])
}

/**
 * Remembers what components come to for a view, for those that many pages show: they may print nothing but what the view
 * says. Made again for each list, entries took half of the time of all pages of topics.
 */
export function madeOnce<View extends object>(): (view: View, variant: string, make: () => VNode) => VNode {
  const known = new WeakMap<View, Map<string, string>>()
  return (view, variant, make) => {
    const variants = known.get(view) ?? new Map<string, string>()
    known.set(view, variants)
    const html = variants.get(variant) ?? detached(renderToString(make()))
    variants.set(variant, html)
    // A node of its own each time: nodes know the tree that they stand in, and would keep it in memory.
    return jsxTemplate([html])
  }
}
