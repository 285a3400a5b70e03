import { hash } from 'node:crypto'
import { partsOf, textOf, type View } from './view-parts.ts'

/** How many steps from view to view are followed: a page shows its own view, what that names, and what is printed of those. */
const STEPS = 2

/** What was signed of a view. */
interface Signed {
  /** What it says itself, hashed: its signature where no step is followed. */
  own: string
  /** The views that it holds, in the order in which it names them; what was signed of them once that was asked. */
  views: View[]
  held: Signed[] | undefined
  /** By the steps that are followed. */
  signatures: (string | undefined)[]
  /** One of the last build that said the same. */
  before: Signed | undefined
  /** What it says, part by part, where a next build is to know. */
  parts: unknown[] | undefined
}

/** What one build signed, by the files of the views, for a next one of the same process. */
export type LastSigned = ReadonlyMap<string, Signed[]>

/**
 * Signatures of views: a view whose signature is the same makes the same page, as long as the frame around all pages is.
 *
 * A view is signed by all its fields, and by those of the views it holds, and theirs; beyond that by their addresses.
 * Nobody has to list what a page reads: a field that is added is signed. What a view works out when asked for must
 * follow from its fields, which is why texts are named by their hash.
 */
export class Signatures {
  readonly #signed = new Map<object, Signed>()
  readonly #before: LastSigned | undefined
  /** Holds the parts of the view at hand. */
  readonly #parts: unknown[] = []

  /** `before` is what the last build signed, where that is at hand: of what is the same nothing is hashed again. */
  constructor(before?: LastSigned) {
    this.#before = before
  }

  /** Signature of a page's view and of what the page shows beside it, as a short text. */
  of(view: object, around: unknown): string {
    const beside = around === '' ? '' : hash('sha1', JSON.stringify(around), 'base64')
    return `${this.#sign(this.#signedOf(view as View), STEPS)} ${beside}`
  }

  /** What was signed, for the next build, without any view; to be called when all is. */
  forNext(): LastSigned {
    const all = new Map<string, Signed[]>()
    for (const [view, signed] of this.#signed) {
      const { output } = view as View
      const others = all.get(output)
      if (others) others.push(signed)
      else all.set(output, [signed])
      signed.views = []
      signed.before = undefined
    }
    return all
  }

  #sign(signed: Signed, steps: number): string {
    if (steps === 0) return signed.own
    const known = signed.signatures[steps]
    if (known !== undefined) return known
    const signature = this.#signedBefore(signed, steps) ?? this.#hash(signed, steps)
    signed.signatures[steps] = signature
    return signature
  }

  #hash(signed: Signed, steps: number): string {
    let all = signed.own
    for (const other of this.#heldBy(signed)) all += this.#sign(other, steps - 1)
    return hash('sha1', all, 'base64')
  }

  /** The signature in the last build, where the views that are held have those that they had then. */
  #signedBefore(signed: Signed, steps: number): string | undefined {
    const { before } = signed
    if (!before?.held) return undefined
    const held = this.#heldBy(signed)
    for (let at = 0; at < held.length; at++) {
      const then = before.held[at] as Signed
      const signature = steps === 1 ? then.own : then.signatures[steps - 1]
      if (this.#sign(held[at] as Signed, steps - 1) !== signature) return undefined
    }
    return before.signatures[steps]
  }

  /** Looked up once: some views are held by thousands of others. */
  #heldBy(signed: Signed): Signed[] {
    if (signed.held) return signed.held
    const held: Signed[] = []
    for (const view of signed.views) held.push(this.#signedOf(view))
    signed.held = held
    signed.views = []
    return held
  }

  #signedOf(view: View): Signed {
    return this.#signed.get(view) ?? this.#begin(view)
  }

  #begin(view: View): Signed {
    const parts = this.#parts
    const views = partsOf(view, parts)
    const before = thatSays(parts, this.#before?.get(view.output))
    const signed: Signed = {
      own: before?.own ?? hash('sha1', textOf(parts), 'base64'),
      views,
      held: undefined,
      signatures: Array<undefined>(STEPS + 1).fill(undefined),
      before,
      parts: before?.parts ?? (this.#before && parts.slice()),
    }
    this.#signed.set(view, signed)
    return signed
  }
}

/** The one of some that says just this. */
function thatSays(parts: unknown[], some: Signed[] = []): Signed | undefined {
  for (const signed of some) if (areSame(signed.parts, parts)) return signed
  return undefined
}

function areSame(some: unknown[] | undefined, others: unknown[]): boolean {
  if (some?.length !== others.length) return false
  for (let at = 0; at < others.length; at++) if (some[at] !== others[at]) return false
  return true
}
