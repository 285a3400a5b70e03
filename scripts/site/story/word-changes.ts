import { contentWords } from '../../content/words.ts'
import { type WordPair, wordPairs } from './word-pairs.ts'
import { type WordUnit, wordUnits } from './word-units.ts'

/**
 * A stretch of a text as the original has it and as the copy has it. `kept`: to the character; `respelled`: the same
 * words in another spelling; `marks`: punctuation, and the capital that goes with it; `altered`: other words, or
 * quotation marks set or taken away. All stretches together are both texts.
 */
export interface Span {
  kind: 'kept' | 'respelled' | 'marks' | 'altered'
  original: string
  copy: string
}

/** So many words may stand between a word and its new place for both to be one change. */
const STEP = 4

/** What became of a text in a copy of it, word for word. */
export function wordChanges(original: string, copy: string): Span[] {
  if (original === copy) return original ? [{ kind: 'kept', original, copy }] : []
  const [a, b] = [wordUnits(original), wordUnits(copy)]
  const spans: Span[] = []
  const add = (kind: Span['kind'], from: string, to: string) => {
    const last = spans.at(-1)
    if (from === '' && to === '') return
    if (last?.kind === kind) {
      last.original += from
      last.copy += to
    } else spans.push({ kind, original: from, copy: to })
  }
  const between = (from: string, to: string) => {
    const [start, end] = common(from, to)
    add('kept', from.slice(0, start), to.slice(0, start))
    add(kindOfMarks(from, to), from.slice(start, from.length - end), to.slice(start, to.length - end))
    add('kept', from.slice(from.length - end), to.slice(to.length - end))
  }
  const pairs = changesInOne(wordPairs(a.units, b.units), a.units, b.units)
  let [i, j] = [0, 0]
  for (const [nextI, nextJ] of [...pairs, [a.units.length, b.units.length] as WordPair]) {
    const [gone, come] = [a.units.slice(i, nextI), b.units.slice(j, nextJ)]
    const [from, to] = [a.units[nextI], b.units[nextJ]]
    const marks: [string, string] = [from?.before ?? a.tail, to?.before ?? b.tail]
    if (gone.length > 0 && come.length > 0) {
      between(gone[0]?.before ?? '', come[0]?.before ?? '')
      add(spell(gone) === spell(come) ? 'respelled' : 'altered', print(gone), print(come))
      between(...marks)
    } else if (gone.length > 0 || come.length > 0) {
      const [own, others] = gone.length > 0 ? marks : [marks[1], marks[0]]
      const first = (gone[0] ?? come[0])?.before ?? ''
      const [outside, inside] = around(first, print(gone) + print(come), own, others)
      add('kept', outside.before, outside.before)
      add('altered', gone.length > 0 ? inside : '', come.length > 0 ? inside : '')
      between(
        ...(gone.length > 0
          ? ([outside.after, others.slice(outside.before.length)] as const)
          : ([others.slice(outside.before.length), outside.after] as const)),
      )
    } else between(...marks)
    if (from && to) add(kindOfWord(from, to, nextI === 0 || nextJ === 0), from.text, to.text)
    i = nextI + 1
    j = nextJ + 1
  }
  return inPhrases(spans)
}

/**
 * Words that one text lacks, with the marks that go with them; what the other text has between its words stays outside,
 * before or behind: "290 km (180 miles), it said" loses " (180 miles)" and keeps the comma.
 */
function around(
  first: string,
  words: string,
  own: string,
  others: string,
): [{ before: string; after: string }, string] {
  if (own.endsWith(others)) {
    return [{ before: '', after: others }, first + words + own.slice(0, own.length - others.length)]
  }
  if (first.startsWith(others))
    return [{ before: others, after: '' }, first.slice(others.length) + words + own]
  return [{ before: '', after: own }, first + words]
}

/** Lengths of what two strings begin and end with. */
function common(a: string, b: string): [start: number, end: number] {
  const room = Math.min(a.length, b.length)
  let start = 0
  while (start < room && a[start] === b[start]) start++
  let end = 0
  while (end < room - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return [start, end]
}

const print = (units: WordUnit[]): string =>
  units.map(({ before, text }, at) => (at === 0 ? text : before + text)).join('')

/** Words run together: "co-operation" is "cooperation". */
const spell = (units: WordUnit[]): string => units.map(({ key }) => key).join('')

function kindOfWord(original: WordUnit, copy: WordUnit, first: boolean): Span['kind'] {
  if (original.text === copy.text) return 'kept'
  const opens = first || /[.!?:]/.test(original.before) || /[.!?:]/.test(copy.before)
  if (opens && original.text.toLowerCase() === copy.text.toLowerCase()) return 'marks'
  return original.text.replace(/[’ʼ]/g, "'") === copy.text.replace(/[’ʼ]/g, "'") ? 'marks' : 'respelled'
}

function kindOfMarks(original: string, copy: string): Span['kind'] {
  if (original === copy) return 'kept'
  return quotationMarks(original) === quotationMarks(copy) ? 'marks' : 'altered'
}

const quotationMarks = (marks: string): number =>
  marks.match(/["“”„«»]|''|(?<=^|\s)['‘]|['’](?=$|\s)/g)?.length ?? 0

/**
 * Leaves out pairs that would tear one change into several: up to two words without meaning of their own between two
 * replacements, and the few words that another only stepped over ("on Friday said", "said on Friday").
 */
function changesInOne(pairs: WordPair[], a: WordUnit[], b: WordUnit[]): WordPair[] {
  const runs: WordPair[][] = []
  for (const pair of pairs) {
    const last = runs.at(-1)?.at(-1)
    if (last && last[0] + 1 === pair[0] && last[1] + 1 === pair[1]) runs.at(-1)?.push(pair)
    else runs.push([pair])
  }
  return runs
    .filter((run, at) => {
      const before = runs[at - 1]?.at(-1) ?? [-1, -1]
      const after = runs[at + 1]?.[0] ?? [a.length, b.length]
      const [first, last] = [run[0] as WordPair, run.at(-1) as WordPair] as const
      if (run.length > STEP) return true
      const gone = [a.slice(before[0] + 1, first[0]), a.slice(last[0] + 1, after[0])] as const
      const come = [b.slice(before[1] + 1, first[1]), b.slice(last[1] + 1, after[1])] as const
      const stepped = (from: WordUnit[], to: WordUnit[]) => from.length > 0 && spell(from) === spell(to)
      if (stepped(gone[0], come[1]) || stepped(gone[1], come[0])) return false
      const replaced = [...gone, ...come].every((words) => words.length > 0)
      return !(replaced && run.length <= 2 && run.every(([i]) => contentWords(a[i]?.text ?? '').length === 0))
    })
    .flat()
}

/** Words with and without capitals that follow one another as one phrase: "Defense Minister", "defence minister". */
function inPhrases(spans: Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const [space, word] = [joined.at(-1), joined.at(-2)]
    if (recapitalized(span) && word && recapitalized(word) && space?.original === ' ') {
      joined.pop()
      word.original += ` ${span.original}`
      word.copy += ` ${span.copy}`
    } else joined.push({ ...span })
  }
  return joined
}

function recapitalized({ kind, original, copy }: Span): boolean {
  const [before, after] = [original.charAt(0), copy.charAt(0)]
  return kind === 'respelled' && before !== after && before.toLowerCase() === after.toLowerCase()
}
