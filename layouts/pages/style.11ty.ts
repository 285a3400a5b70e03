import { readFileSync } from 'node:fs'

/** In the order of the cascade: what every page has, then the parts of pages, then paper. */
const SHEETS = [
  'base',
  'apparatus',
  'frame',
  'entries',
  'front',
  'sheet',
  'storyline',
  'side-by-side',
  'claims',
  'indexes',
  'search',
  'ways',
  'figures',
  'tinted',
  'print',
]

export const data = { permalink: 'assets/style.css' }

/**
 * The one stylesheet of the site: a second request would cost more than the rules a page does not use. Comments and
 * indentation stay behind, a fifth of what is sent; no string in a sheet holds either.
 */
export function render(): string {
  return SHEETS.map((name) => readFileSync(new URL(`../styles/${name}.css`, import.meta.url), 'utf8'))
    .join('\n')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\n\s*/g, '\n')
}
