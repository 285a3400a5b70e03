import type { Span } from './word-changes.ts'

/** A change that a copy makes in one or several places; an empty side is nothing. */
export interface Change {
  original: string
  copy: string
  times: number
}

/** The changes of one kind among stretches of text, each once, most frequent first, else in the order of the text. */
export function changesOf(kind: Span['kind'], spans: Span[]): Change[] {
  const found = new Map<string, Change>()
  for (const span of spans) {
    if (span.kind !== kind) continue
    const key = changeKey(span)
    const change = found.get(key)
    if (change) change.times++
    else found.set(key, { original: span.original.trim(), copy: span.copy.trim(), times: 1 })
  }
  return [...found.values()].sort((a, b) => b.times - a.times)
}

/** The same for a change wherever it is made. */
export function changeKey({ original, copy }: Pick<Span, 'original' | 'copy'>): string {
  return `${original.trim().toLowerCase()}\0${copy.trim().toLowerCase()}`
}
