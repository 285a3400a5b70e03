import type { Digest } from '../views.ts'

/** Views that one of Eleventy's pages stands for: its bookkeeping took a third of a millisecond a page. */
const TOGETHER = 100

interface WithOutput {
  output: string
}

interface Options<T> {
  /**
   * What a page shows beside its view, as plain data, so that pages are taken over where that and their views are as they
   * were. Pages without are made by every build.
   */
  around?: (digest: Digest, view: T) => unknown
  output?: (view: T) => string
  /** What has to be there before a view's page is made. */
  wait?: (digest: Digest, view: T) => Promise<void> | undefined
}

/** How the pages of one kind are made; see `pagesOf`. */
export interface PagesOf<T>
  extends Required<Pick<Options<T>, 'output'>>,
    Pick<Options<T>, 'around' | 'wait'> {
  each: string
}

/** What a kind of page hands to Eleventy. */
interface PagesData<T> {
  pagesOf: PagesOf<T>
  pagination: { data: string; size: number; before?: unknown }
  permalink: (data: { pagination: { items: T[] } }) => string
}

/** Says of pages that they show nothing beside their views. */
export const nothing = (): string => ''

/**
 * Data of a kind of page that is made once for each view of a list: the module's `render` gets the view as `each`. `list`
 * names the list below the global data, or makes it. Eleventy is given the views in batches, and the page of a batch is its
 * first one's.
 */
export function pagesOf<T extends WithOutput>(
  list: string | ((digest: Digest) => T[]),
  each: string,
  { output = (view) => view.output, ...options }: Options<T> = {},
): PagesData<T> {
  const made =
    typeof list === 'string' ? {} : { before: (_: unknown, { digest }: { digest: Digest }) => list(digest) }
  return {
    pagesOf: { each, output, ...options },
    pagination: { data: typeof list === 'string' ? list : 'digest', size: TOGETHER, ...made },
    permalink: ({ pagination }) => output(pagination.items[0] as T),
  }
}
