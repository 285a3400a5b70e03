import { byCodePoint } from '../content/order.ts'
import { words } from '../content/words.ts'
import { blockAnchor } from './anchors.ts'
import { attributions } from './attribution/attributions.ts'
import { SPEAKER_KINDS, type SpeakerKind, type Statement } from './attribution/statement.ts'
import { differences } from './difference/differences.ts'
import type {
  Account,
  ArticleView,
  Cited,
  DifferenceView,
  SpeakersView,
  SpeakerView,
  StatementView,
} from './views.ts'

/** A quotation that may be printed of a text whose rights allow excerpts, in words. */
const LONGEST_EXCERPT = 40
/** Two accounts' sentences with this share of their words in common tell of one statement. */
const SAME_STATEMENT = 0.6
/** Statements of one speaker that are compared with each other; more are a transcript. */
const MOST_COMPARED = 60

/** What the accounts of a story give differently. A copy is no account, and the editor's note is none. */
export function differencesOf(accounts: Account[]): DifferenceView[] {
  const originals = accounts.map(({ original }) => original)
  const texts = originals.map((article) => ({
    paragraphs: article.paragraphs(),
    date: article.dateFrom?.confidence === 'high' ? article.date : undefined,
  }))
  return differences(texts).map(({ about, counted, versions }) => ({
    about,
    counted: originals[versions[0]?.account ?? 0]?.republish === 'link' ? '' : counted,
    versions: versions.flatMap(({ account, value, sentence, paragraph }) => {
      const article = originals[account]
      return article
        ? [{ ...cite(article, sentence, paragraph), value: article.republish === 'link' ? '' : value }]
        : []
    }),
  }))
}

/** Who says what in the accounts of a story: by kind of speaker, one person's statements together. */
export function speakersOf(accounts: Account[]): SpeakersView {
  const speakers = new Map<string, SpeakerView>()
  const surnames = new Map<string, string>()
  const unprinted: SpeakersView['unprinted'] = []
  const read = accounts.map(({ original }) => ({
    article: original,
    found: attributions(original.paragraphs()),
  }))
  for (const { found } of read)
    for (const { speaker } of found.filter(isPerson))
      if (speaker.includes(' ')) surnames.set(lastName(speaker), keyOf(speaker))
  for (const { article, found } of read) {
    if (article.republish === 'link') {
      if (found.length > 0) unprinted.push({ article, kinds: countKinds(found) })
      continue
    }
    for (const statement of found) {
      const { speaker } = statement
      const own = keyOf(speaker)
      const key = isPerson(statement) && !speaker.includes(' ') ? (surnames.get(own) ?? own) : own
      const known = speakers.get(key)
      if (known) join(known, statement, article)
      else
        speakers.set(key, {
          kind: statement.kind,
          speaker,
          role: statement.role,
          statements: [viewOf(statement, article)],
        })
    }
  }
  const order = (kind: SpeakerKind) => SPEAKER_KINDS.indexOf(kind)
  return { speakers: [...speakers.values()].sort((a, b) => order(a.kind) - order(b.kind)), unprinted }
}

/** A sentence in pieces: what stands inside its quotation marks, without the marks, and the rest. */
export function quotedPieces(sentence: string, quotes: string[]): { text: string; quoted: boolean }[] {
  const pieces: { text: string; quoted: boolean }[] = []
  let from = 0
  for (const quote of quotes) {
    const at = sentence.indexOf(quote, from)
    if (at < 1) continue
    const end = at + quote.length + (sentence[at + quote.length] === ',' ? 1 : 0)
    pieces.push(
      { text: sentence.slice(from, at - 1), quoted: false },
      { text: sentence.slice(at, end), quoted: true },
    )
    from = Math.min(sentence.length, end + 1)
  }
  pieces.push({ text: sentence.slice(from), quoted: false })
  return pieces.filter(({ text }) => text)
}

function join(known: SpeakerView, statement: Statement, article: ArticleView): void {
  if (known.kind === 'person' && statement.kind === 'named-official') known.kind = statement.kind
  if (statement.speaker.length > known.speaker.length && isPerson(statement))
    known.speaker = statement.speaker
  known.role ??= statement.role
  const same =
    known.statements.length < MOST_COMPARED &&
    known.statements.find(
      ({ cited }) =>
        cited.every((other) => other.article !== article) &&
        cited.some((other) => alike(other.sentence, statement.sentence)),
    )
  if (same) same.cited.push(cite(article, statement.sentence, statement.paragraph))
  else known.statements.push(viewOf(statement, article))
}

function viewOf(statement: Statement, article: ArticleView): StatementView {
  const { carried, verb } = statement
  const source = cite(article, statement.sentence, statement.paragraph)
  const quotes = statement.quotes.filter((quote) => source.sentence.includes(quote))
  return { verb, quotes, carried: carried ?? false, cited: [source] }
}

/** As much of a sentence as its publisher's rights allow, with the place where it stands. */
function cite(article: ArticleView, sentence: string, paragraph: number): Cited {
  const { republish, url } = article
  if (republish === 'full') return { article, url: `${url}#${blockAnchor(paragraph)}`, sentence }
  return { article, url, sentence: republish === 'excerpt' ? shorten(sentence) : '' }
}

function shorten(sentence: string): string {
  const all = sentence.split(' ')
  return all.length <= LONGEST_EXCERPT
    ? sentence
    : `${all
        .slice(0, LONGEST_EXCERPT)
        .join(' ')
        .replace(/[,;:–—-]+$/, '')} …`
}

function alike(a: string, b: string): boolean {
  const [inA, inB] = [new Set(words(a)), new Set(words(b))]
  let common = 0
  for (const word of inA) if (inB.has(word)) common++
  return common / (inA.size + inB.size - common) >= SAME_STATEMENT
}

const isPerson = ({ kind, speaker }: { kind: SpeakerKind; speaker: string }): boolean =>
  kind === 'person' || (kind === 'named-official' && !/^the /i.test(speaker))

const keyOf = (speaker: string): string =>
  speaker
    .toLowerCase()
    .replace(/^(?:the|an?) /, '')
    .replace(/’/g, "'")

const lastName = (name: string): string => keyOf(name.split(' ').at(-1) ?? '')

function countKinds(found: Statement[]): { kind: SpeakerKind; count: number }[] {
  const names = new Map<SpeakerKind, Set<string>>()
  for (const { kind, speaker } of found) names.set(kind, (names.get(kind) ?? new Set()).add(keyOf(speaker)))
  return [...names]
    .map(([kind, all]) => ({ kind, count: all.size }))
    .sort((a, b) => byCodePoint(a.kind, b.kind))
}
