import { hash as hashOnce } from 'node:crypto'
import { z } from 'zod'
import { byCodePoint } from '../content/order.ts'
import type { Draft } from './draft.ts'

/** How many body lines at either end of a text are remembered. */
const EDGE = 3
/** From this many texts of one publisher on, a line at the edge of the body is taken for the page's, not the article's. */
export const TEXTS = 3

/** Publisher, line, and the texts that print it; all but the publisher as short hashes. */
export const repeatedLinesSchema = z.record(z.string(), z.record(z.string(), z.array(z.string())))

type Stored = z.infer<typeof repeatedLinesSchema>

/**
 * Lines that several texts of one publisher print at the edges of their bodies, from this run's texts and those of
 * earlier runs. It is filled from all texts before it is asked, so the order of files does not matter.
 */
export class RepeatedLines {
  readonly #stored: Stored
  /** The publishers that were asked about or told of. */
  readonly #publishers = new Map<string, Edges>()

  /** `stored` is what `entries` gave in an earlier run. */
  constructor(stored: Stored = {}) {
    this.#stored = stored
  }

  /**
   * Remembers the edges of all texts of a run, as they were cleaned without this knowledge. Earlier states of their files
   * are forgotten, and files that are gone but had the edges of one of them: those were renamed. Of other files that are
   * gone nothing is, since a run may be given a part of the texts only.
   */
  add(drafts: Draft[]): void {
    const byPublisher = new Map<string, Draft[]>()
    for (const draft of drafts) {
      if (!draft.publisher) continue
      const own = byPublisher.get(draft.publisher)
      if (own) own.push(draft)
      else byPublisher.set(draft.publisher, [draft])
    }
    for (const [publisher, own] of byPublisher)
      this.#edgesOf(publisher).set(new Map(own.map((draft) => [hash(draft.file), edgeKeysOf(draft)])))
  }

  /** Whether an edge of this text is printed by enough other texts of its publisher to be looked at again. */
  touches(draft: Draft): boolean {
    return this.answers(draft).includes('1')
  }

  /** All that a text is told of its publisher's other texts: which lines at its edges enough of them print. */
  answers(draft: Draft): string {
    const { publisher } = draft
    if (publisher === undefined) return ''
    const edges = this.#edgesOf(publisher)
    return edgeKeysOf(draft)
      .map((key) => (edges.textsWith(key) >= TEXTS ? 1 : 0))
      .join('')
  }

  /** How many texts of a publisher print a line at an edge; those with the same edges count as one. */
  textsWith(publisher: string, line: string): number {
    return this.#edgesOf(publisher).textsWith(hash(line))
  }

  /** What later runs are to know, in an order that does not depend on this one's. */
  entries(): [publisher: string, lines: Record<string, string[]>][] {
    const publishers = new Set([...Object.keys(this.#stored), ...this.#publishers.keys()])
    return [...publishers]
      .sort(byCodePoint)
      .map((publisher) => [
        publisher,
        this.#publishers.get(publisher)?.entries() ?? this.#stored[publisher] ?? {},
      ])
  }

  #edgesOf(publisher: string): Edges {
    const known = this.#publishers.get(publisher)
    if (known) return known
    const edges = new Edges(Object.hasOwn(this.#stored, publisher) ? this.#stored[publisher] : {})
    this.#publishers.set(publisher, edges)
    return edges
  }
}

/** The edges of one publisher's texts, all as hashes. */
class Edges {
  /** The lines of each file, and what tells them from those of another. */
  readonly #files = new Map<string, { keys: string[]; mark: string }>()
  /** For each line the files that print it, by those marks: a text that was saved twice shows no more than once. */
  readonly #texts = new Map<string, Map<string, number>>()

  constructor(stored: Record<string, string[]> = {}) {
    const files = new Map<string, string[]>()
    for (const [line, texts] of Object.entries(stored)) {
      for (const file of texts) {
        const keys = files.get(file)
        if (keys) keys.push(line)
        else files.set(file, [line])
      }
    }
    for (const [file, keys] of files) this.#put(file, keys)
  }

  /** `files` are those that there are now. */
  set(files: Map<string, string[]>): void {
    for (const [file, keys] of files) {
      this.#forget(file)
      this.#put(file, keys)
    }
    const present = new Set([...files.keys()].map((file) => this.#files.get(file)?.mark))
    for (const [file, { mark }] of this.#files) if (!files.has(file) && present.has(mark)) this.#forget(file)
  }

  textsWith(key: string): number {
    return this.#texts.get(key)?.size ?? 0
  }

  entries(): Record<string, string[]> {
    const lines = new Map<string, string[]>()
    for (const [file, { keys }] of this.#files) {
      for (const key of keys) {
        const files = lines.get(key)
        if (files) files.push(file)
        else lines.set(key, [file])
      }
    }
    return Object.fromEntries(
      [...lines].sort(([a], [b]) => byCodePoint(a, b)).map(([line, files]) => [line, files.sort()]),
    )
  }

  #put(file: string, lines: string[]): void {
    const keys = [...new Set(lines)].sort()
    const mark = hash(keys.join())
    this.#files.set(file, { keys, mark })
    for (const key of keys) {
      const texts = this.#texts.get(key) ?? new Map<string, number>()
      this.#texts.set(key, texts.set(mark, (texts.get(mark) ?? 0) + 1))
    }
  }

  #forget(file: string): void {
    const { keys, mark } = this.#files.get(file) ?? { keys: [], mark: '' }
    this.#files.delete(file)
    for (const key of keys) {
      const texts = this.#texts.get(key)
      const left = (texts?.get(mark) ?? 1) - 1
      if (left > 0) texts?.set(mark, left)
      else texts?.delete(mark)
    }
  }
}

/** The first and last entries of a body, each once. */
export const edgesOf = <T>(body: T[]): T[] => [...new Set([...body.slice(0, EDGE), ...body.slice(-EDGE)])]

const hash = (text: string): string => hashOnce('sha256', text).slice(0, 10)

/** Hashes of the lines at a body's edges. */
export const edgeKeysOf = (draft: Pick<Draft, 'body' | 'edges'>): string[] =>
  draft.edges ?? edgesOf(draft.body).map(({ text }) => hash(text))
