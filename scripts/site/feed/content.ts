import { type Counted, markOfCorrection, marksOfAccount } from '../../content/arrivals.ts'
import { byCodePoint } from '../../content/order.ts'
import { shortened } from '../../content/shortened.ts'
import { longDate, withLongDates } from '../printed-date.ts'
import type { ArticleView, Digest, StoryView } from '../views.ts'
import { escapeHtml, feedText } from './text.ts'

/** Longer notes and texts are for the story's page, to which the entry leads. In characters of HTML. */
const MOST = 16_000
/** Most lines that say what is new. */
const MOST_NEWS = 10
const LONGEST_LINE = 600

/**
 * An entry's content as HTML with absolute addresses: what is new since the story was first told, the latest news first,
 * what speaks against the day that the entry has, then the editor's note, or where there is none the text of the account that speaks for the story, if it may be
 * printed. Empty where it would say nothing that the summary does not.
 */
export function contentOf(digest: Digest, story: StoryView): string {
  const told = noteOf(digest, story) || textOf(digest, story)
  const parts = [...newsOf(digest, story), doubtOf(story), told].filter(Boolean)
  return feedText(parts.join('\n'))
}

/** Whether the story is told in the words of the account that speaks for it, and not in the editor's. */
export function isTold(story: StoryView): boolean {
  return story.lead !== undefined && !story.html() && story.summary === summaryOf(story.lead)
}

const summaryOf = ({ republish, summary }: ArticleView): string => (republish === 'link' ? '' : summary)

interface NewsLine {
  kind: Counted
  /** Marks by which the log of arrivals may know it. */
  marks: string[]
  /** Empty where there is none. */
  date: string
  html: string
}

/**
 * Corrections, accounts and stories that were merged into this one: what the entry was last updated for before all, as far
 * as the log tells, since not all of it has a day. Of the accounts the first that it was not updated for is no news, unless
 * the story was first told by the editor.
 */
function newsOf(digest: Digest, story: StoryView): string[] {
  const latest = new Set(story.latestNews)
  const told = story.accounts
    .map(({ original, copies }) => ({
      account: original,
      marks: marksOfAccount([original.copyOf?.id ?? original.id, original.id, ...copies.map(({ id }) => id)]),
    }))
    .sort(
      ({ account: a }, { account: b }) =>
        byCodePoint(a.date ?? '9', b.date ?? '9') || byCodePoint(a.id, b.id),
    )
  const first = story.html() ? undefined : told.find(({ marks }) => !marks.some((mark) => latest.has(mark)))
  const news: NewsLine[] = [
    ...story.merged.map((title) => ({
      kind: 'merged' as const,
      marks: [],
      date: '',
      html: `<b>Now part of this story:</b> ${line(title)}`,
    })),
    ...told
      .filter((one) => one !== first)
      .map(({ account, marks }) => ({
        kind: 'accounts' as const,
        marks,
        date: account.date ?? '',
        html: accountLine(digest, account),
      })),
    ...story.corrections.map((correction) => ({
      kind: 'corrections' as const,
      marks: [markOfCorrection(correction)],
      date: correction.date,
      html: `<b>Correction, ${longDate(correction.date)}:</b> ${line(correction.text)}`,
    })),
  ]
  const isLatest = ({ kind, marks }: NewsLine) => Number([kind, ...marks].some((one) => latest.has(one)))
  return news
    .reverse()
    .sort((a, b) => isLatest(b) - isLatest(a) || byCodePoint(b.date, a.date))
    .slice(0, MOST_NEWS)
    .map(({ html }) => `<p>${html}</p>`)
}

/** A feed has no mark for a day in doubt, and readers sort by it. */
function doubtOf({ date, dateFrom }: StoryView): string {
  if (!date || dateFrom?.confidence !== 'low') return ''
  return `<p><b>Date in doubt:</b> ${line(`${longDate(date)}. ${withLongDates(dateFrom.why ?? '')}`.trim())}</p>`
}

function accountLine(digest: Digest, article: ArticleView): string {
  const { date, dateFrom, publisher, title, url } = article
  const who = publisher ? ` by ${publisherOf(article)}` : ''
  const doubt = dateFrom?.confidence === 'low' ? ' (in doubt)' : ''
  const day = date ? `, ${longDate(date)}${doubt}` : ''
  return `<b>Account${who}${day}:</b> ${link(digest, url, title)}`
}

/** Whose words an entry printed. */
const creditOf = (digest: Digest, article: ArticleView): string =>
  `<p>From ${publisherOf(article)}: ${link(digest, article.url, article.title)}</p>`

function publisherOf({ publisher, sample }: ArticleView): string {
  return line(`${publisher?.name ?? 'an outlet not known'}${sample ? ' (sample)' : ''}`)
}

const link = (digest: Digest, url: string, text: string): string =>
  `<a href="${escapeHtml(digest.absolute(url))}">${line(text)}</a>`

const line = (text: string): string => escapeHtml(shortened(text, LONGEST_LINE))

function noteOf(digest: Digest, story: StoryView): string {
  const note = story.html()
  if (note.length > MOST) return `<p>${line(story.summary)}</p>\n${readOn(digest, story)}`
  return withAbsoluteLinks(withoutStyle(note.trim()), digest.absolute(story.url))
}

/** The paragraphs of the account that speaks for the story, where all of it may be printed. */
function textOf(digest: Digest, story: StoryView): string {
  const { lead } = story
  if (!lead || !isTold(story) || lead.republish !== 'full') return ''
  const paragraphs: string[] = []
  let length = 0
  for (const paragraph of lead.paragraphs()) {
    if (length + paragraph.length > MOST)
      return [...paragraphs, creditOf(digest, lead), readOn(digest, story)].join('\n')
    length += paragraph.length
    paragraphs.push(`<p>${escapeHtml(paragraph)}</p>`)
  }
  return [...paragraphs, creditOf(digest, lead)].join('\n')
}

function readOn(digest: Digest, story: StoryView): string {
  return `<p>${link(digest, story.url, 'Read on')}</p>`
}

/** Columns of tables are the one thing that our Markdown gives a style, of which readers are wary. */
const withoutStyle = (html: string): string => html.replace(/ style="text-align:(\w+)"/g, ' align="$1"')

/** HTML of our own Markdown, in which an `href="` can only be a link's, with links that work outside the site. */
function withAbsoluteLinks(html: string, page: string): string {
  return html.replace(/href="([^"]*)"/g, (whole, href: string) =>
    /^[a-z][a-z0-9+.-]*:/i.test(href) || !URL.canParse(href, page)
      ? whole
      : `href="${new URL(href, page).href.replace(/&(?!amp;)/g, '&amp;')}"`,
  )
}
