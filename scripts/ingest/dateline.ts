import type { Block, Draft } from './draft.ts'

/** Hyphens belong to words alone: where they parted words as well, a row of them could be read in millions of ways. */
const WORD = String.raw`\p{Lu}[\p{L}'’.-]*`
const REGION = String.raw`(?:,\s${WORD}(?:\s${WORD}){0,3})?`
const PLACE = `(?<place>${WORD}(?:[ /]${WORD}){0,4}${REGION})`
/** Before a day a place may go on in small letters: "Mexico city, march 18". */
const PLACE_OF_DAY = String.raw`(?<place>${WORD}(?:[ /][\p{L}'’.-]+){0,4}${REGION})`
const MONTH = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?`
const DAY = String.raw`(?<day>${MONTH}\s\d{1,2}(?:,\s\d{4})?|\d{1,2}\s${MONTH}(?:\s\d{4})?)`
const AGENCY = String.raw`(?:\s*[(/](?<agency>\p{Lu}[\p{L}\p{N} .&'’-]{1,40})[)/])`
const DASH = String.raw`(?:\s+(?:--?|[–—]+)\s*|\s*[–—]+\s*|:\s)`
const WITH_DAY = new RegExp(
  String.raw`^${PLACE_OF_DAY}[,.]\s+${DAY}(?:${AGENCY}|,\s(?<writer>${WORD}))?${DASH}(?=\S)`,
  'iu',
)
const WITHOUT_DAY = new RegExp(String.raw`^${PLACE}${AGENCY}?${DASH}(?=["'“‘<($€£]?[\p{Lu}\p{N}])`, 'u')
const AGENCY_ALONE = /^\((?<agency>\p{Lu}[\p{L} .]{1,30})\)\s*(?:[–—-]+\s*)?(?=\p{Lu})/u
/** What stands in capitals before a colon or a dash and is no place. */
const LABEL =
  /^(?:note|explainer|explained|analysis|opinion|comment|editorial|exclusive|breaking(?: news)?|updated?|live(?: updates)?|watch|listen|read(?: more)?|video|photos?|pictures?|gallery|podcast|interview|review|preview|profile|obituary|factbox|fact check|timeline|correction|clarification|warning|alert|spoilers?|recap|poll|quiz|column|feature|background|summary|highlights|key points|related|more|q|a|q ?& ?a)$/i
/**
 * Words of which a single one makes a label of what nothing but a colon marks: "JUST IN: ", "TRIGGER WARNING: ". That the
 * text names the place once more cannot be asked for instead, since hardly any does.
 */
const OF_LABELS =
  /(?<!\p{L})(?:advisory|alert|analysis|breaking|caption|caution|comment|corrections?|credits?|dear|developing|disclaimer|disclosure|editor|essay|exclusive|explainer|factbox|file|gallery|headlines?|here|how|in|is|it|just|latest|listen|look|more|notes?|notice|now|obituary|opinion|photos?|pictures?|podcast|poll|preview|profile|published|quiz|quotes?|rankings?|read|recap|related|report(?:ed)?|revealed|review|see|spoilers?|sponsored|streaming|subscribe|summary|tags|that|this|timeline|today|transcript|update[ds]?|video|warnings?|watch|what|when|who|why|you|your)(?!\p{L})/iu
/** How a sentence begins that names a day: "On Monday, March 3 - the day after". */
const SENTENCE =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|^(?:on|in|at|by|from|since|until|before|after|last|next|this)\s/iu
/** A dateline that is marked by a colon and says neither a day nor an agency nor in which region its place is. */
const COLON_ALONE = /^[^,(/\d]*:\s$/
const SPEAKER = /^\p{Lu}[\p{Lu} .'’-]{0,40}:\s/u

const HEAD = 160

/**
 * The dateline at the head of the body: place in capitals or with an agency or a day behind it, then a dash:
 * "WASHINGTON (AP) —", "SEOUL, March 29 (QPS) -". The words stay in the body, as printed; topics and summary pass
 * over them. A line above the body that begins so is heard as well: it has the place although it was left out.
 */
export function dateline({ body, lines, verdicts }: Draft): Partial<Draft> {
  const speakers = lines.filter(({ text }) => SPEAKER.test(text)).length
  for (const [block, { text }] of body.slice(0, 3).entries()) {
    const read = readDateline(text, speakers > 1)
    if (read && !(COLON_ALONE.test(text.slice(0, read.length)) && isLabel(read.place ?? '', body)))
      return { dateline: { ...read, block } }
  }
  const first = verdicts.findIndex((one) => one.verdict === 'body')
  const above = lines.slice(0, Math.max(0, first)).findLast(({ text }) => WITH_DAY.test(text.slice(0, HEAD)))
  const read = above && readDateline(above.text, false)
  return read ? { dateline: read } : {}
}

/** The texts of a body without its dateline, where it has one. */
export function withoutDateline({ body, dateline }: Pick<Draft, 'body' | 'dateline'>): Block[] {
  return body.map((block, at) =>
    dateline && at === dateline.block ? { ...block, text: block.text.slice(dateline.length) } : block,
  )
}

function readDateline(
  text: string,
  interview: boolean,
): Omit<NonNullable<Draft['dateline']>, 'block'> | undefined {
  const head = text.slice(0, HEAD)
  const match = WITH_DAY.exec(head) ?? WITHOUT_DAY.exec(head) ?? AGENCY_ALONE.exec(head)
  if (!match) return undefined
  const { place, day, agency, writer } = match.groups ?? {}
  const city = place?.split(',')[0] ?? ''
  const capitals = city !== '' && city === city.toUpperCase() && !(interview && match[0].includes(':'))
  if (LABEL.test(city) || SENTENCE.test(city) || !(capitals || day || agency)) return undefined
  return { place, day, agency: agency ?? writer, length: match[0].length }
}

/** Whether words before a colon are no place: the words of labels, or words that the text itself prints as common ones. */
function isLabel(words: string, body: Block[]): boolean {
  if (OF_LABELS.test(words)) return true
  const small = new RegExp(`(?<!\\p{L})${words.toLowerCase().replaceAll('.', '\\.')}(?!\\p{L})`, 'u')
  return body.some(({ text }) => small.test(text))
}

/** Whether a line begins as a wire's first paragraph does: a place with a day or an agency behind it, then a dash. */
export function opensWithDateline(text: string): boolean {
  const { place, day, agency } = readDateline(text, false) ?? {}
  return place !== undefined && (day !== undefined || agency !== undefined)
}
