import { countedNoun } from './counted-noun.ts'
import { type Context, contextOf, MONTH } from './figure-context.ts'
import { deniedAt } from './negation.ts'
import {
  APART,
  type Bound,
  hasNumber,
  MAGNITUDE_PATTERN,
  NUMBER_PATTERN,
  numberValue,
  type Span,
  spanOf,
} from './number.ts'
import { stem } from './stem.ts'

/** A number of things, or of money or measure, as a sentence gives it. */
export interface Figure {
  /** As printed, with what qualifies it: "more than 1,000". */
  printed: string
  span: Span
  /** Currency, "percent", or "" where things are counted. */
  unit: string
  /** Stem of the noun that is counted; "" for money. */
  noun: string
  /** The counted things as printed: "containers of munitions". */
  counted: string
  /** Stems that say which of them: before the noun, and behind its "of". */
  which: Set<string>
  /** Denied, or the whole of which a part is told: the account knows it, and that is all. */
  untold: boolean
  /** The words around; worked out when they are first asked for, which is seldom. */
  context(): Context
}

const QUALIFIERS: [RegExp, Bound][] = [
  [
    /^(?:more than|over|at least|no fewer than|not less than|no less than|upwards? of|as few as|in excess of|exceeding|above)$/i,
    'least',
  ],
  [/^(?:up to|as many as|as much as|at most|no more than|fewer than|less than|under|below)$/i, 'most'],
  [/^(?:nearly|almost|close to|just under)$/i, 'nearly'],
  [/^(?:about|around|roughly|some|approximately|an estimated|estimated|just over)$/i, 'about'],
]
const QUALIFIER =
  /(?:^|\s)(more than|over|at least|no fewer than|not less than|no less than|upwards? of|as few as|in excess of|exceeding|above|up to|as many as|as much as|at most|no more than|fewer than|less than|under|below|nearly|almost|close to|just under|about|around|roughly|some|approximately|an estimated|estimated|just over|between)\s+$/i
/** Before a number these make it a part of a name, a time or another number. */
const JOINED = /[\w.,:/$€£-]/
/** A number, its magnitude, and behind a joint a second number with its own; a sign of per cent. */
const FIGURE = new RegExp(
  `(${NUMBER_PATTERN})${MAGNITUDE_PATTERN}?(?:(\\s?[–-]\\s?|\\s(?:to|and|or)\\s)[$€£]?(${NUMBER_PATTERN})${MAGNITUDE_PATTERN}?)?(?!\\w|[.,:]\\d|[/:-]\\w)(\\s?%| per ?cent\\b)?`,
  'g',
)
const CURRENCIES = new Map([
  ['$', 'dollar'],
  ['us$', 'dollar'],
  ['€', 'euro'],
  ['£', 'pound'],
])
const CURRENCY_WORDS = new Set([
  'dollar',
  'euro',
  'pound',
  'rouble',
  'ruble',
  'won',
  'yen',
  'yuan',
  'franc',
  'shekel',
])
/** What "3m" counts by the million; of anything else it may be metres. */
const COUNTED_BY_MILLIONS = new Set(
  `people person men women children troop soldier refugee migrant resident inhabitant citizen worker job user customer client
  household home voter viewer reader visitor passenger tourist student pupil patient subscriber follower account share copy ticket
  dose vaccine shell round barrel bushel gallon litre liter ton tonne hectare acre`
    .split(/\s+/)
    .map(stem),
)
/** Nouns that numbers stand before without counting what the accounts could dispute. */
const NOT_COUNTED = new Set(
  'year month week day hour minute second decade century time point way reason thing other third fifth quarter half vote seat degree page inch foot feet pm am gmt old member'.split(
    ' ',
  ),
)
/** Numbers behind these words name something and count nothing. */
const NAMES_NUMBER =
  /\b(?:resolution|resolutions|article|articles|no\.|nos\.|number|section|chapter|page|order|paragraph|act|bill|case|flight|channel|route|highway|volume|level|age|aged|group of|rule|title|part|phase|round|version|type|top|from|building|room|apartment|interstate|district|ward|unit|brigade|regiment|committee|proposition|amendment|psalm)\s+$/i
const MONTH_BEFORE = new RegExp(`(?:${MONTH})\\s+$`)
const MONTH_BEHIND = new RegExp(`^\\s*(?:–\\d+ )?(?:of )?(?:${MONTH})\\b`)
/** "A third of the 30 ships", "two of its 30": all of them, and not what is told of them. */
const PART_OF =
  /\b(?:(?:thirds?|quarters?|half|halves|fifths?|tenths?|most|part|cent|percent|majority|fraction) of(?: the| its| their)?|of (?:the|its|their|his|her|our|these|those|all))\s+$/i
const WINDOW = 70
/** More figures in one sentence are a table. */
const MOST_IN_SENTENCE = 12

/** The figures of a sentence. Years, dates, ages, numbers of resolutions and times of day are none. */
export function figuresIn(sentence: string): Figure[] {
  const found: Figure[] = []
  if (!hasNumber(sentence)) return found
  FIGURE.lastIndex = 0
  for (let match = FIGURE.exec(sentence); match; match = FIGURE.exec(sentence)) {
    const figure = figureOf(sentence, match)
    if (figure) found.push(figure)
    if (found.length > MOST_IN_SENTENCE) return []
  }
  return found
}

function figureOf(sentence: string, match: RegExpExecArray): Figure | undefined {
  const [whole, number = '', magnitude = '', joint, second, secondMagnitude, percent] = match
  const at = match.index
  const end = at + whole.length
  const sign = /(?:US)?[$€£]$/.exec(sentence.slice(Math.max(0, at - 3), at))?.[0]
  const unsigned = at - (sign?.length ?? 0)
  if (JOINED.test(sentence[unsigned - 1] ?? ' ')) return undefined
  const qualifier = QUALIFIER.exec(sentence.slice(Math.max(0, unsigned - 20), unsigned))
  const start = qualifier ? unsigned - qualifier[0].trimStart().length : unsigned
  const all = sentence.slice(start, end)
  const before = sentence.slice(Math.max(0, start - WINDOW), start)
  const behind = sentence.slice(end, end + WINDOW)
  if (isName(before, number, magnitude, sign, behind)) return undefined
  const span = spanFor(qualifier?.[1] ?? '', number, magnitude, joint, second, secondMagnitude)
  if (!span) return undefined
  // A point before three digits may part thousands.
  if (!magnitude && /^\d{1,3}\.\d{3}$/.test(number)) return undefined
  const noun = percent ? undefined : countedNoun(behind)
  const currency = sign
    ? CURRENCIES.get(sign.toLowerCase())
    : noun && CURRENCY_WORDS.has(noun.stem)
      ? currencyOf(noun)
      : undefined
  const maybeMetres = [magnitude, secondMagnitude].some((short) => /^m$/i.test(short ?? ''))
  if (APART.test(behind) || (maybeMetres && !currency && !COUNTED_BY_MILLIONS.has(noun?.stem ?? '')))
    return undefined
  const unit = currency ?? (percent ? 'percent' : '')
  if (!unit && (!noun || NOT_COUNTED.has(noun.stem))) return undefined
  const counted = unit ? unitName(unit) : (noun?.text ?? '')
  const which = new Set(unit ? [] : noun?.which)
  const root = unit ? '' : (noun?.stem ?? '')
  which.delete(root)
  const place = { sentence, at: start, before, behind, all, root }
  let context: Context | undefined
  return {
    printed: all.trim(),
    span,
    unit,
    noun: root,
    counted,
    which,
    untold: PART_OF.test(before) || deniedAt(sentence, start, end),
    context: () => {
      context ??= contextOf(place)
      return context
    },
  }
}

/** "Australian dollar", and "dollar" for that of the United States. */
function currencyOf({ stem, text }: { stem: string; text: string }): string {
  const whose = text
    .split(' ')
    .slice(0, -1)
    .filter((word) => /^\p{Lu}/u.test(word) && !/^(?:U\.?S\.?|American)$/.test(word))
  return [...whose, stem].join(' ')
}

/** Years, days of months and numbers that name a resolution, an article or an aircraft. */
function isName(
  before: string,
  number: string,
  magnitude: string,
  sign: string | undefined,
  behind: string,
): boolean {
  if (/^(?:19|20)\d\d$/.test(number) && !magnitude && !sign) return true
  if (
    NAMES_NUMBER.test(before.slice(-14)) ||
    MONTH_BEFORE.test(before.slice(-12)) ||
    MONTH_BEHIND.test(behind)
  )
    return true
  return /^\s*(?:[ap]\.?m\b|o['’]clock|GMT|years?[- ]old)/i.test(behind)
}

function spanFor(
  qualifier: string,
  number: string,
  magnitude: string,
  joint: string | undefined,
  second: string | undefined,
  secondMagnitude: string | undefined,
): Span | undefined {
  const between = /^between$/i.test(qualifier)
  const bound = QUALIFIERS.find(([words]) => words.test(qualifier))?.[1] ?? 'exact'
  if (!joint || !second) return between ? undefined : spanOf(number, magnitude, bound)
  if (!between && joint.trim() === 'and') return undefined
  const shared = magnitude || (secondMagnitude ?? '')
  const [low, high] = [spanOf(number, shared, 'exact'), spanOf(second, secondMagnitude ?? '', 'exact')]
  if (
    !low ||
    !high ||
    (numberValue(number, shared) ?? 0) >= (numberValue(second, secondMagnitude ?? '') ?? 0)
  )
    return undefined
  return { least: low.least, most: bound === 'least' ? Number.POSITIVE_INFINITY : high.most }
}

function unitName(unit: string): string {
  return unit === 'percent' ? 'per cent' : `${unit}s`
}
