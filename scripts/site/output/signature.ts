import { hash } from 'node:crypto'

/** How many steps from view to view are followed: a page shows its own view, what that names, and what is printed of those. */
const STEPS = 2

/**
 * Signatures of views: a view whose signature is the same makes the same page, as long as the frame around all pages is.
 *
 * A view is signed by all its fields, and by those of the views it holds, and theirs; beyond that by their addresses.
 * Nobody has to list what a page reads: a field that is added is signed. What a view works out when asked for must
 * follow from its fields, which is why texts are named by their hash.
 */
export class Signatures {
  /** What was signed, by the steps that were still to go. */
  readonly #known = Array.from({ length: STEPS + 1 }, () => new WeakMap<object, string>())

  /** Signature of a page's view, as a short text. */
  of(view: object): string {
    return this.#sign(view, STEPS)
  }

  #sign(view: object, steps: number): string {
    const known = this.#known[steps]?.get(view)
    if (known !== undefined) return known
    const signature = hash('sha1', this.#fields(view, steps), 'base64')
    this.#known[steps]?.set(view, signature)
    return signature
  }

  #fields(value: object, steps: number): string {
    if (Array.isArray(value)) {
      let text = '['
      for (const item of value) text += `${this.#text(item, steps)},`
      return `${text}]`
    }
    let text = '{'
    for (const name in value) {
      const field = value[name as keyof typeof value] as unknown
      if (field !== undefined && typeof field !== 'function') text += `${name}=${this.#text(field, steps)},`
    }
    return `${text}}`
  }

  #text(value: unknown, steps: number): string {
    // A text's length goes before it, so that no text can pass for two.
    if (typeof value === 'string') return `${value.length}:${value}`
    if (typeof value !== 'object' || value === null) return String(value)
    if (!isView(value)) return this.#fields(value, steps)
    return steps > 0 ? this.#sign(value, steps - 1) : value.url
  }
}

/** Whether this is a view with a page or a feed of its own; views refer to each other in circles. */
const isView = (value: object): value is { url: string } => 'output' in value
