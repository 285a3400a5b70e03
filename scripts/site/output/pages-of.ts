import type { Digest } from '../views.ts'
import { due } from './due.ts'

/** Views that one of Eleventy's pages stands for: its bookkeeping took a third of a millisecond a page. */
const TOGETHER = 100

interface WithOutput {
  output: string
}

/** What a kind of page hands to Eleventy; see `pagesOf`. */
export interface PagesData<T> {
  each: string
  output: (view: T) => string
  pagination: { data: string; size: number; before?: unknown }
  permalink: (data: { pagination: { items: T[] } }) => string
}

/**
 * Data of a kind of page that is made once for each view of a list: the module's `render` gets the view as `each`. `list`
 * names the list below the global data, or makes it. Pages whose views are as they were are left out where their views say
 * all that they show (`signed`). Eleventy is given the views in batches, and the page of a batch is its first one's.
 */
export function pagesOf<T extends WithOutput>(
  list: string | ((digest: Digest) => T[]),
  each: string,
  { signed = false, output = ({ output }: T) => output } = {},
): PagesData<T> {
  const before =
    typeof list === 'string' ? signed && due : (_: unknown, { digest }: { digest: Digest }) => list(digest)
  return {
    each,
    output,
    pagination: {
      data: typeof list === 'string' ? list : 'digest',
      size: TOGETHER,
      ...(before ? { before } : {}),
    },
    permalink: ({ pagination }) => output(pagination.items[0] as T),
  }
}
