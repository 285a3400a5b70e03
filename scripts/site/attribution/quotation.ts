/** Quoted words of a paragraph: `start` and `end` are the places of the marks, `end` behind the closing one. */
export interface Quotation {
  start: number
  end: number
  text: string
  /** No mark closes it in its paragraph: the next one may go on. */
  open: boolean
}

const CLOSING: Record<string, string> = { '“': '”', '„': '“', '«': '»', '"': '"', '‘': '’', "'": "'" }
const OPENING = /[“„«"‘']/g
const SINGLE = new Set(['‘', "'"])
/** Single marks are apostrophes as well: what they enclose is looked for no farther than this. */
const LONGEST_SINGLE = 600
const MIXED: Record<string, RegExp> = {
  '"': /[\p{L}\p{N}.,!?…]"(?=[\s.,;:)]|$)/u,
  '”': /[\p{L}\p{N}.,!?…]”/u,
}
const COVER = '\u0001'

/** The quotations of a paragraph in order, outermost ones only. Linear in its length. */
export function quotations(paragraph: string): Quotation[] {
  const found: Quotation[] = []
  if (paragraph.search(OPENING) < 0) return found
  const unclosed = new Set<string>()
  const ends = new Ends(paragraph)
  let from = 0
  for (const { 0: mark, index: at } of paragraph.matchAll(OPENING)) {
    const closing = CLOSING[mark]
    if (at < from || !closing || unclosed.has(mark) || !opensHere(paragraph, at, mark)) continue
    const end = SINGLE.has(mark) ? ends.single(at, closing) : ends.double(at, closing)
    if (end > at + 1) {
      found.push({ start: at, end: end + 1, text: paragraph.slice(at + 1, end).trim(), open: false })
      from = end + 1
    } else if (!SINGLE.has(mark)) {
      unclosed.add(mark)
      if (at > 0 && !/[,:]\s*$/.test(paragraph.slice(Math.max(0, at - 3), at))) continue
      found.push({ start: at, end: paragraph.length, text: paragraph.slice(at + 1).trim(), open: true })
      break
    }
  }
  return found
}

/**
 * The paragraph with every quotation covered, mark for mark and of the same length, so that nothing inside one is read
 * as the paragraph's own words. First and last characters stay: they tell where sentences end.
 */
export function coverQuotations(paragraph: string, found: Quotation[]): string {
  let covered = ''
  let from = 0
  for (const { start, end, open } of found) {
    const inner = paragraph.slice(start + 1, open ? end : end - 1)
    covered += `${paragraph.slice(from, start)}“${coverInner(inner)}${open ? '' : '”'}`
    from = end
  }
  return covered + paragraph.slice(from)
}

function coverInner(inner: string): string {
  if (inner.length < 2) return inner
  const last = inner.at(-1) as string
  return inner[0] + COVER.repeat(inner.length - 2) + (/[.!?…,]/.test(last) ? last : COVER)
}

function opensHere(paragraph: string, at: number, mark: string): boolean {
  const before = at === 0 ? ' ' : (paragraph[at - 1] as string)
  const after = paragraph[at + 1] ?? ' '
  if (mark === '“' || mark === '«' || mark === '„') return true
  return /[\s([—–-]/.test(before) && !/\s/.test(after)
}

/** Where the quotations of a paragraph end. Asked from front to back, so that each place is looked at once. */
class Ends {
  readonly #paragraph: string
  /** The next place of each closing mark, from where it was asked for last. */
  readonly #next = new Map<string, number>()
  /** Places where single marks may close, by the mark. */
  readonly #tight = new Map<string, Places>()
  readonly #loose = new Map<string, Places>()

  constructor(paragraph: string) {
    this.#paragraph = paragraph
  }

  /** Double marks of two makes are mixed: a straight one may close what a curly one opened, where it has that shape. */
  double(start: number, closing: string): number {
    const own = this.#nextOf(closing, start)
    const other = closing === '”' ? '"' : closing === '"' ? '”' : ''
    const next = other ? this.#nextOf(other, start) : -1
    const mixed =
      next >= 0 && (own < 0 || next < own)
        ? this.#paragraph.slice(start, own < 0 ? undefined : own).search(MIXED[other] as RegExp)
        : -1
    return mixed < 0 ? own : start + mixed + 1
  }

  /** A single mark closes where a stop stands before it and no letter behind; curly ones also before a stop or a space. */
  single(start: number, closing: string): number {
    const stop = start + LONGEST_SINGLE
    const tight = this.#places(this.#tight, closing, STOP).after(start)
    if (tight < stop) return tight
    if (closing !== '’') return -1
    const loose = this.#places(this.#loose, closing, ANY).after(start)
    return loose < stop ? loose : -1
  }

  #nextOf(mark: string, start: number): number {
    const known = this.#next.get(mark)
    if (known !== undefined && (known < 0 || known > start)) return known
    const found = this.#paragraph.indexOf(mark, start + 1)
    this.#next.set(mark, found)
    return found
  }

  #places(known: Map<string, Places>, mark: string, before: RegExp): Places {
    let places = known.get(mark)
    if (!places) {
      places = new Places(closingPlaces(this.#paragraph, mark, before))
      known.set(mark, places)
    }
    return places
  }
}

const STOP = /[.,!?…]/
const ANY = /[\s\S]/

/** Places of a single mark with something before it and no letter behind. */
function closingPlaces(paragraph: string, mark: string, before: RegExp): number[] {
  const places: number[] = []
  for (let at = paragraph.indexOf(mark, 1); at >= 0; at = paragraph.indexOf(mark, at + 1))
    if (before.test(paragraph[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(paragraph[at + 1] ?? ' '))
      places.push(at)
  return places
}

/** Places in order, asked from front to back. */
class Places {
  readonly #places: number[]
  #at = 0

  constructor(places: number[]) {
    this.#places = places
  }

  /** The first behind a place; infinite where there is none. */
  after(start: number): number {
    while ((this.#places[this.#at] ?? Number.POSITIVE_INFINITY) <= start) this.#at++
    return this.#places[this.#at] ?? Number.POSITIVE_INFINITY
  }
}
