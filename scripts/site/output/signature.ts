import { hash } from 'node:crypto'

/** How many steps from view to view are followed: a page shows its own view, what that names, and what is printed of those. */
const STEPS = 2
/** Stands in a view's text for another view; lengths before texts keep it from being read as one. */
const REFERENCE = '&,'

interface View {
  url: string
}

/** What was signed of a view. */
interface Signed {
  url: string
  /** What it says itself, hashed. */
  own: string
  /** The views that it holds, in the order in which its text names them; what was signed of them once that was asked. */
  views: View[]
  held: Signed[] | undefined
  /** By the steps that are followed. */
  signatures: (string | undefined)[]
}

/**
 * Signatures of views: a view whose signature is the same makes the same page, as long as the frame around all pages is.
 *
 * A view is signed by all its fields, and by those of the views it holds, and theirs; beyond that by their addresses.
 * Nobody has to list what a page reads: a field that is added is signed. What a view works out when asked for must
 * follow from its fields, which is why texts are named by their hash.
 */
export class Signatures {
  readonly #signed = new Map<object, Signed>()

  /** Signature of a page's view and of what the page shows beside it, as a short text. */
  of(view: object, around: unknown): string {
    const beside = around === '' ? '' : hash('sha1', JSON.stringify(around), 'base64')
    return `${this.#sign(this.#signedOf(view), STEPS)} ${beside}`
  }

  #sign(signed: Signed, steps: number): string {
    const known = signed.signatures[steps]
    if (known !== undefined) return known
    let all = signed.own
    if (steps === 0) for (const other of signed.held ?? signed.views) all += stringOf(other.url)
    else for (const other of this.#heldBy(signed)) all += this.#sign(other, steps - 1)
    const signature = hash('sha1', all, 'base64')
    signed.signatures[steps] = signature
    return signature
  }

  /** Looked up once: some views are held by thousands of others. */
  #heldBy(signed: Signed): Signed[] {
    if (signed.held) return signed.held
    signed.held = signed.views.map((view) => this.#signedOf(view))
    signed.views = []
    return signed.held
  }

  #signedOf(view: object): Signed {
    return this.#signed.get(view) ?? this.#begin(view)
  }

  #begin(view: object): Signed {
    const views: View[] = []
    const own = hash('sha1', fields(view, views), 'base64')
    const { url } = view as View
    const signed = {
      url,
      own,
      views,
      held: undefined,
      signatures: Array<undefined>(STEPS + 1).fill(undefined),
    }
    this.#signed.set(view, signed)
    return signed
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
