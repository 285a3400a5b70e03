import { hash } from 'node:crypto'
import { partsOf, textOf, type View } from './view-parts.ts'

/** What makes a file. */
export interface Placed {
  output: string
}

/** What was signed of a view: kept small, since of ten thousand articles there are fifty thousand. */
interface Signed {
  /** What it says itself, hashed. */
  own: string
  /** The same with what the views say that it holds, and with those that they hold. */
  near: string | undefined
  far: string | undefined
  /** The views that it holds, in the order in which it names them, until what was signed of them was looked up. */
  views: View[] | undefined
  held: Signed[] | undefined
  /** One of the last build that said the same. */
  before: Signed | undefined
  /** What it says, part by part, where a next build is to know. */
  parts: unknown[] | undefined
}

/** What one build signed, by the files that it makes, for a next one of the same process. */
export type LastSigned = ReadonlyMap<string, Signed[]>

/**
 * Signatures of views: a view whose signature is the same makes the same page, as long as the frame around all pages is.
 *
 * A view is signed by all its fields, and by those of the views it holds, and theirs; beyond that by their addresses: a page
 * shows its own view, what that names, and what is printed of those. Nobody has to list what a page reads: a field that is
 * added is signed. What a view works out when asked for must follow from its fields, which is why texts are named by their
 * hash.
 */
export class Signatures {
  readonly #signed = new Map<Placed, Signed>()
  readonly #before: LastSigned | undefined
  /** Holds the parts of the view at hand. */
  readonly #parts: unknown[] = []

  /** `before` is what the last build signed, where that is at hand: of what is the same nothing is hashed again. */
  constructor(before?: LastSigned) {
    this.#before = before
  }

  /** Signature of a page's view and of what the page shows beside it, as a short text. */
  of(view: Placed, around: unknown): string {
    const beside = around === '' ? '' : hash('sha1', JSON.stringify(around), 'base64')
    const signed = this.#signedOf(view)
    signed.far ??= this.#over(signed, 'near')
    return `${signed.far} ${beside}`
  }

  /** What was signed, for the next build, without any view; to be called when all is. */
  forNext(): LastSigned {
    const all = new Map<string, Signed[]>()
    for (const [view, signed] of this.#signed) {
      const others = all.get(view.output)
      if (others) others.push(signed)
      else all.set(view.output, [signed])
      signed.views = undefined
      signed.before = undefined
    }
    return all
  }

  /** A signature over what a view says and those of all that it holds; the last build's, where these are what they were. */
  #over(signed: Signed, of: 'own' | 'near'): string {
    const { before } = signed
    const held = this.#heldBy(signed)
    if (of === 'near') for (const other of held) other.near ??= this.#over(other, 'own')
    const known = of === 'near' ? before?.far : before?.near
    if (known && before?.held && areSigned(held, before.held, of)) return known
    let all = signed.own
    for (const other of held) all += other[of]
    return hash('sha1', all, 'base64')
  }

  /** Looked up once: some views are held by thousands of others. */
  #heldBy(signed: Signed): Signed[] {
    if (signed.held) return signed.held
    const held: Signed[] = []
    for (const view of signed.views ?? []) held.push(this.#signedOf(view))
    signed.held = held
    signed.views = undefined
    return held
  }

  #signedOf(view: Placed): Signed {
    return this.#signed.get(view) ?? this.#begin(view)
  }

  #begin(view: Placed): Signed {
    const parts = this.#parts
    const views = partsOf(view, parts)
    const before = thatSays(parts, this.#before?.get(view.output))
    const signed: Signed = {
      own: before?.own ?? hash('sha1', textOf(parts), 'base64'),
      near: undefined,
      far: undefined,
      views,
      held: undefined,
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

/** Whether what is signed of some views is what was signed of others, one by one. */
function areSigned(some: Signed[], others: Signed[], of: 'own' | 'near'): boolean {
  for (let at = 0; at < some.length; at++) if (some[at]?.[of] !== others[at]?.[of]) return false
  return true
}

function areSame(some: unknown[] | undefined, others: unknown[]): boolean {
  if (some?.length !== others.length) return false
  for (let at = 0; at < others.length; at++) if (some[at] !== others[at]) return false
  return true
}
