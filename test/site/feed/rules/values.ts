/** Rules for single values, by what the W3C feed validator objects to. Each gives what is wrong. */
export type Faults = string[]

/** 2020 at the earliest the tests run: no story of theirs is younger than this. */
const LATEST = '2030-01-01'
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const RFC822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/i
const TAG_URI = /^tag:[a-z0-9.-]+,\d{4}(-\d\d){0,2}:[A-Za-z0-9._~:/?+-]+$/
/** Elements and attributes by which a page that embeds a feed could be attacked. */
const DANGEROUS =
  /<\/?(script|style|iframe|frame|object|embed|form|input|button|link|meta|base|svg|math|img)\b|\son\w+\s*=|\sstyle\s*=|javascript:/i

const when = (bad: boolean, fault: string): Faults => (bad ? [fault] : [])

export const absoluteUrl = (value: string | undefined, what: string): Faults =>
  when(
    !value || !/^https?:\/\/[^/]/.test(value) || !URL.canParse(value) || /[\s<>"{}|\\^`]/.test(value),
    `${what}: ${value} is no absolute address`,
  )

export const tagUri = (value: string | undefined, what: string): Faults =>
  when(!value || !TAG_URI.test(value), `${what}: ${value} is no tag URI`)

export const rfc3339 = (value: string | undefined, what: string): Faults => [
  ...when(!value || !RFC3339.test(value) || Number.isNaN(Date.parse(value)), `${what}: ${value} is no date`),
  ...when((value ?? '') > LATEST, `${what}: ${value} is in the future`),
]

export const rfc822 = (value: string, what: string): Faults => [
  ...when(!RFC822.test(value), `${what}: ${value} is no RFC 822 date in GMT`),
  ...when(new Date(value).toUTCString() !== value, `${what}: ${value} has the wrong weekday or day`),
]

export const language = (value: string | undefined, what: string): Faults =>
  when(!value || !LANGUAGE.test(value), `${what}: ${value} is no language`)

/** Text that is to be read as text: a tag or a character reference in it would be shown or swallowed. */
export const plainText = (value: string | undefined, what: string): Faults => [
  ...when(!value?.trim(), `${what} is empty`),
  ...when(/<\/?[a-z!?]/i.test(value ?? ''), `${what} has what looks like a tag: ${value}`),
  ...when(/&#?\w+;/.test(value ?? ''), `${what} has what looks like a character reference: ${value}`),
  ...badCharacters(value, what),
]

export function badCharacters(value = '', what: string): Faults {
  const bad = /[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffc\u{10000}-\u{10ffff}]/u.exec(value)
  return when(bad !== null, `${what} has the character U+${bad?.[0].codePointAt(0)?.toString(16)}`)
}

/** HTML that stands in a page of somebody else: nothing that runs, no address that only works at home, balanced tags. */
export function embeddedHtml(value: string, what: string): Faults {
  const open: string[] = []
  const faults = [
    ...badCharacters(value, what),
    ...when(DANGEROUS.test(value.replace(/>[^<]*/g, '>')), `${what} has dangerous HTML`),
    ...when(/&(?!(amp|lt|gt|quot|#\d+);)/.test(value), `${what} has a bare ampersand`),
  ]
  for (const [, href = ''] of value.matchAll(/<[^<>]*\s(?:href|src)="([^"]*)"/g))
    if (!/^mailto:/.test(href)) faults.push(...absoluteUrl(href, `${what} link`))
  for (const [, close, name = '', self] of value.matchAll(/<(\/?)([a-z][a-z0-9]*)[^<>]*?(\/?)>/g)) {
    if (self || ['br', 'hr'].includes(name)) continue
    if (!close) open.push(name)
    else if (open.pop() !== name) faults.push(`${what}: </${name}> closes nothing`)
  }
  return [...faults, ...when(open.length > 0, `${what} leaves ${open} open`)]
}

export const once = (count: number, what: string): Faults =>
  when(count !== 1, `${what} stands there ${count} times`)

export const atMostOnce = (count: number, what: string): Faults =>
  when(count > 1, `${what} stands there ${count} times`)

export const allDifferent = (values: string[], what: string): Faults =>
  when(new Set(values).size !== values.length, `${what}: two are the same`)

/** What a text and HTML say, to tell whether they say the same. */
export const bare = (value: string): string =>
  value
    .replace(/<[^<>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, '')
