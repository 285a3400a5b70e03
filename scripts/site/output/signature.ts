import { hash } from 'node:crypto'

/** How many steps from view to view are followed: a page shows its own view, what that names, and what is printed of those. */
const STEPS = 2
/** Stands in a view's text for another view; lengths before texts keep it from being read as one. */
const REFERENCE = '&,'

interface View {
  url: string
}

/** What a view says itself, hashed, and the views that it holds, in the order in which its text names them. */
interface Own {
  text: string
  views: View[]
}

/**
 * Signatures of views: a view whose signature is the same makes the same page, as long as the frame around all pages is.
 *
 * A view is signed by all its fields, and by those of the views it holds, and theirs; beyond that by their addresses.
 * Nobody has to list what a page reads: a field that is added is signed. What a view works out when asked for must
 * follow from its fields, which is why texts are named by their hash.
 */
export class Signatures {
  readonly #own = new WeakMap<object, Own>()
  /** What was signed, by the steps that were still to go. */
  readonly #known = Array.from({ length: STEPS + 1 }, () => new WeakMap<object, string>())

  /** Signature of a page's view and of what the page shows beside it, as a short text. */
  of(view: object, around: unknown): string {
    const beside = around === '' ? '' : hash('sha1', JSON.stringify(around), 'base64')
    return `${this.#sign(view, STEPS)} ${beside}`
  }

  #sign(view: object, steps: number): string {
    const known = this.#known[steps]?.get(view)
    if (known !== undefined) return known
    const { text, views } = this.#ownOf(view)
    let all = text
    for (const other of views) all += steps > 0 ? this.#sign(other, steps - 1) : stringOf(other.url)
    const signature = hash('sha1', all, 'base64')
    this.#known[steps]?.set(view, signature)
    return signature
  }

  #ownOf(view: object): Own {
    const known = this.#own.get(view)
    if (known) return known
    const views: View[] = []
    const own = { text: hash('sha1', fields(view, views), 'base64'), views }
    this.#own.set(view, own)
    return own
  }
}

/** All that a value says but for the views it holds, which are added to `views`. */
function fields(value: object, views: View[]): string {
  if (Array.isArray(value)) {
    let text = '['
    for (const item of value) text += textOf(item, views)
    return `${text}]`
  }
  let text = '{'
  for (const name in value) {
    const field = value[name as keyof typeof value] as unknown
    if (field !== undefined && typeof field !== 'function') text += `${name}=${textOf(field, views)}`
  }
  return `${text}}`
}

function textOf(value: unknown, views: View[]): string {
  if (typeof value === 'string') return stringOf(value)
  if (typeof value !== 'object' || value === null) return `${value},`
  if (!isView(value)) return fields(value, views)
  views.push(value)
  return REFERENCE
}

/** A text's length goes before it, so that no text can pass for two. */
const stringOf = (text: string): string => `${text.length}:${text},`

/** Whether this is a view with a page or a feed of its own; views refer to each other in circles. */
const isView = (value: object): value is View => 'output' in value
