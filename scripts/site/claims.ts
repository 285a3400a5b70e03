import { blockAnchor } from './anchors.ts'
import { attributions } from './attribution/attributions.ts'
import { isBodyName } from './attribution/speaker-words.ts'
import { SPEAKER_KINDS, type SpeakerKind, type Statement } from './attribution/statement.ts'
import { bearOneName } from './attribution/surname.ts'
import { differences } from './difference/differences.ts'
import { once } from './once.ts'
import { Excerpts } from './story/quotation.ts'
import { wordUnits } from './story/word-units.ts'
import type {
  Account,
  ArticleView,
  Cited,
  DifferenceView,
  SpeakersView,
  SpeakerView,
  StatementView,
} from './views.ts'

/** Fewer quoted words may be anybody's, and of several statements. */
const TELLING_QUOTE = 4
/** Words beside a quotation that turn what it says, or say it of other things. */
const TURNS = /\b(?:not|never|no|nor|neither|den(?:y|ied|ies)|without)\b|n['’]t\b|\p{N}/u

/**
 * What the accounts of a story give differently. A copy is no account, and the editor's note is none. `excerpts` is the
 * room that the page has left for quotations.
 */
export function differencesOf(accounts: Account[], excerpts = new Excerpts()): DifferenceView[] {
  const originals = accounts.map(({ original }) => original)
  const texts = originals.map((article) => ({
    paragraphs: article.paragraphs(),
    date: article.dateFrom?.confidence === 'high' ? article.date : undefined,
  }))
  return differences(texts).map(({ about, counted, versions }) => {
    const quoted = versions.flatMap(({ account, value, sentence, paragraph }) => {
      const article = originals[account]
      if (!article) return []
      const cited = cite(article, excerpts.of(article).quoteBeginning(sentence), paragraph)
      return [{ ...cited, value: within(cited, value, excerpts) }]
    })
    return { about, counted: quoted[0] ? within(quoted[0], counted, excerpts) : '', versions: quoted }
  })
}

/** Words of a sentence beside it: those that it does not print itself count as a quotation. */
const within = ({ article, sentence }: Cited, words: string, excerpts: Excerpts): string =>
  sentence.includes(words) ? words : (excerpts.of(article).quote(words) ?? '')

/**
 * Who says what in the accounts of a story: by kind of speaker, one person's statements together. Across accounts only
 * names are the same: "the minister" of one is not the minister of another, and a surname is a person's only where one
 * full name has it. `excerpts` is the room that the page has for quotations; what does not fit is counted.
 */
export function speakersOf(accounts: Account[], excerpts = new Excerpts()): SpeakersView {
  const speakers = new Map<string, Known>()
  const unprinted: SpeakersView['unprinted'] = []
  const read = accounts.map(({ original }) => {
    const paragraphs = original.paragraphs()
    return { article: original, paragraphs, found: attributions(paragraphs) }
  })
  const bearers = bearersOf(read)
  for (const { article, found } of read) {
    const untold: Statement[] = []
    for (const statement of found) {
      const sentence = excerpts.of(article).quoteBeginning(statement.sentence)
      if (!sentence) {
        untold.push(statement)
        continue
      }
      const key = keyAcross(statement, article, bearers)
      const source = cite(article, sentence, statement.paragraph)
      const known = speakers.get(key)
      if (known) join(known, statement, source)
      else speakers.set(key, firstOf(statement, source))
    }
    if (untold.length > 0) unprinted.push({ article, kinds: countKinds(untold) })
  }
  const order = (kind: SpeakerKind) => SPEAKER_KINDS.indexOf(kind)
  const views = [...speakers.values()].map(({ view }) => view)
  return { speakers: views.sort((a, b) => order(a.kind) - order(b.kind)), unprinted }
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

interface Known {
  view: SpeakerView
  /** The only account that they speak in so far, and what they say there: nothing to compare it with has come yet. */
  alone: { article: ArticleView; told: [Statement, StatementView][] } | undefined
  /** The statements by what makes another account's the same. */
  told: Map<string, StatementView>
}

function firstOf(statement: Statement, source: Cited): Known {
  const { kind, speaker, role } = statement
  const { article } = source
  const view: SpeakerView = { kind, speaker, role, statements: [] }
  const known: Known = { view, alone: { article, told: [] }, told: new Map() }
  join(known, statement, source)
  return known
}

function join(known: Known, statement: Statement, source: Cited): void {
  const { view, told, alone } = known
  if (view.kind === 'person' && statement.kind === 'named-official') view.kind = statement.kind
  if (statement.speaker.length > view.speaker.length && isPerson(statement)) view.speaker = statement.speaker
  view.role ??= statement.role
  if (alone?.article === source.article) {
    const own = viewOf(statement, source)
    view.statements.push(own)
    alone.told.push([statement, own])
    return
  }
  for (const [earlier, its] of alone?.told ?? []) for (const key of samenessOf(earlier)) told.set(key, its)
  known.alone = undefined
  const keys = samenessOf(statement)
  const same = keys
    .map((key) => told.get(key))
    .find((other) => other?.cited.every(({ article }) => article !== source.article))
  if (same) same.cited.push(source)
  else {
    const own = viewOf(statement, source)
    view.statements.push(own)
    for (const key of keys) told.set(key, own)
  }
}

/**
 * What makes two accounts' sentences one statement: every word but the speaker's title, whatever its spelling; or the
 * quoted words, where they are most of the sentence and nothing beside them turns them. Likeness does not: "would" and "would not" are alike.
 */
function samenessOf({ sentence, quotes, speaker, role }: Statement): string[] {
  const titled = `${role} ${speaker}`
  const all = fold(sentence.replace(sentence.includes(titled) ? titled : speaker, ' '))
  const quoted = quotes.flatMap(fold)
  const beside = quotes.reduce((rest, quote) => rest.replace(quote, ' '), sentence)
  const telling = quoted.length >= TELLING_QUOTE && 2 * quoted.length >= all.length && !TURNS.test(beside)
  return [`sentence ${all.join(' ')}`, ...(telling ? [`quoted ${quoted.join(' ')}`] : [])]
}

const fold = (text: string): string[] => wordUnits(text).units.map(({ key }) => key)

function viewOf(statement: Statement, source: Cited): StatementView {
  const { speaker, verb } = statement
  // Nobody has to look for a name that the quoted sentence has.
  const carried = (statement.carried ?? false) && !source.sentence.includes(speaker)
  const quotes = statement.quotes.filter((quote) => source.sentence.includes(quote))
  return { verb, quotes, carried, cited: [source] }
}

/** A sentence, as far as it may be printed, with the place where it stands if that is printed too. */
function cite(article: ArticleView, sentence: string, paragraph: number): Cited {
  const { republish, url } = article
  return { article, url: republish === 'full' ? `${url}#${blockAnchor(paragraph)}` : url, sentence }
}

const isPerson = ({ kind, speaker }: { kind: SpeakerKind; speaker: string }): boolean =>
  kind === 'person' || (kind === 'named-official' && !/^the /i.test(speaker))

const keyOf = (speaker: string): string =>
  speaker
    .toLowerCase()
    .replace(/^(?:the|an?) /, '')
    .replace(/’/g, "'")

interface Read {
  article: ArticleView
  paragraphs: string[]
  found: Statement[]
}

/** The full name that a surname alone stands for in these accounts; none where several bear it, speaking or not. */
function bearersOf(read: Read[]): Map<string, string> {
  const names = new Map<string, Set<string>>()
  const alone = new Set<string>()
  for (const { speaker } of read.flatMap(({ found }) => found.filter(isPerson))) {
    const surname = speaker.split(' ').at(-1) ?? ''
    if (surname === speaker) alone.add(surname)
    else names.set(surname, (names.get(surname) ?? new Set()).add(keyOf(speaker)))
  }
  const bearers = new Map<string, string>()
  const texts = once(() => read.map(({ paragraphs }) => paragraphs.join('\n')))
  for (const surname of alone) {
    const [name, other] = names.get(surname) ?? []
    if (name && !other && bearOneName(surname, texts())) bearers.set(keyOf(surname), name)
  }
  return bearers
}

/** The key under which a speaker's statements are gathered: names for all accounts, anybody else for one. */
function keyAcross(statement: Statement, { id }: ArticleView, bearers: Map<string, string>): string {
  const own = keyOf(statement.speaker)
  if (isPerson(statement)) return own.includes(' ') ? own : (bearers.get(own) ?? `${own} ${id}`)
  return isBody(statement) && isBodyName(statement.speaker) ? own : `${own} ${id}`
}

const isBody = ({ kind }: Statement): boolean => kind === 'organisation' || kind === 'state-media'

function countKinds(found: Statement[]): { kind: SpeakerKind; count: number }[] {
  const names = new Map<SpeakerKind, Set<string>>()
  for (const { kind, speaker } of found) names.set(kind, (names.get(kind) ?? new Set()).add(keyOf(speaker)))
  return SPEAKER_KINDS.flatMap((kind) => {
    const count = names.get(kind)?.size
    return count ? [{ kind, count }] : []
  })
}
