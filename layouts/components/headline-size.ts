/** In characters. Such a headline would fill a page in the size of others. */
const LONG = 100

/** Class of a headline by its length. */
export function headlineSize(title: string): 'long' | undefined {
  return title.length > LONG ? 'long' : undefined
}
