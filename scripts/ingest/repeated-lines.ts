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

/**
 * Lines that several texts of one publisher print at the edges of their bodies, from this run's texts and those of
 * earlier runs. It is filled from all texts before it is asked, so the order of files does not matter.
 */
export class RepeatedLines {
  readonly #seen: Map<string, Map<string, Set<string>>>
  /** For each publisher the lines that each text is remembered with; worked out at the first text that is added. */
  readonly #linesOf = new Map<string, Map<string, string[]>>()

  /** `stored` is what `entries` gave in an earlier run. */
  constructor(stored: z.infer<typeof repeatedLinesSchema> = {}) {
    this.#seen = new Map(
      Object.entries(stored).map(([publisher, lines]) => [
        publisher,
        new Map(Object.entries(lines).map(([line, texts]) => [line, new Set(texts)])),
      ]),
    )
  }

  /** Remembers the edges of a text as it was cleaned without this knowledge; an earlier state of its file is forgotten. */
  add(draft: Draft): void {
    const { publisher, file } = draft
    if (!publisher) return
    const source = hash(file)
    const lines = this.#seen.get(publisher) ?? new Map<string, Set<string>>()
    this.#seen.set(publisher, lines)
    const linesOf = this.#linesOf.get(publisher) ?? linesByText(lines)
    this.#linesOf.set(publisher, linesOf)
    for (const line of linesOf.get(source) ?? []) lines.get(line)?.delete(source)
    const keys = edgeKeysOf(draft)
    for (const key of keys) {
      const texts = lines.get(key) ?? new Set()
      lines.set(key, texts.add(source))
    }
    linesOf.set(source, keys)
  }

  /** Whether an edge of this text is printed by enough other texts of its publisher to be looked at again. */
  touches(draft: Draft): boolean {
    const { publisher } = draft
    return (
      publisher !== undefined && edgeKeysOf(draft).some((key) => this.#textsWith(publisher, key) >= TEXTS)
    )
  }

  /** All that a text is told of its publisher's other texts: which lines at its edges enough of them print. */
  answers(draft: Draft): string {
    const { publisher = '' } = draft
    return edgeKeysOf(draft)
      .map((key) => (this.#textsWith(publisher, key) >= TEXTS ? 1 : 0))
      .join('')
  }

  /** How many texts of a publisher print a line at an edge. */
  textsWith(publisher: string, line: string): number {
    return this.#textsWith(publisher, hash(line))
  }

  #textsWith(publisher: string, key: string): number {
    return this.#seen.get(publisher)?.get(key)?.size ?? 0
  }

  /** What later runs are to know, in an order that does not depend on this one's. */
  entries(): [publisher: string, lines: Record<string, string[]>][] {
    const sorted = <T>(map: Map<string, T>) => [...map].sort(([a], [b]) => byCodePoint(a, b))
    return sorted(this.#seen).map(([publisher, lines]) => [
      publisher,
      Object.fromEntries(sorted(lines).map(([line, texts]) => [line, [...texts].sort()])),
    ])
  }
}

function linesByText(lines: Map<string, Set<string>>): Map<string, string[]> {
  const byText = new Map<string, string[]>()
  for (const [line, texts] of lines) {
    for (const text of texts) {
      const found = byText.get(text)
      if (found) found.push(line)
      else byText.set(text, [line])
    }
  }
  return byText
}

/** The first and last entries of a body, each once. */
export const edgesOf = <T>(body: T[]): T[] => [...new Set([...body.slice(0, EDGE), ...body.slice(-EDGE)])]

const hash = (text: string): string => hashOnce('sha256', text).slice(0, 10)

/** Hashes of the lines at a body's edges. */
export const edgeKeysOf = (draft: Pick<Draft, 'body' | 'edges'>): string[] =>
  draft.edges ?? edgesOf(draft.body).map(({ text }) => hash(text))
