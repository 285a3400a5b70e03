import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Article } from '../content/article.ts'
import type { IsoDate } from '../content/date.ts'
import { type Content, loadContent } from '../content/load.ts'
import { plainBlocks } from '../content/markdown.ts'
import { formatProblem } from '../content/problem.ts'
import { compileRegistry } from '../content/registry.ts'
import { accountOf } from '../ingest/account.ts'
import { articlePath, storyPath } from '../ingest/article-file.ts'
import { eventsOf, mergedStories } from '../ingest/event.ts'
import { readArrivals } from '../ingest/state/arrivals-file.ts'
import { conflictPath, openConflicts } from '../ingest/state/conflict-file.ts'
import { Written } from '../ingest/state/written.ts'
import { type UnsureMembership, unsureMemberships } from '../ingest/unsure.ts'
import { buildDigest } from '../site/digest.ts'
import { findDeadLinks } from '../site/output/links.ts'
import type { Digest } from '../site/views.ts'
import { comingDays } from './coming-days.ts'
import { lookAlikes } from './look-alikes.ts'
import { proposeNames } from './name-proposals.ts'
import { unseenCharacters } from './unseen-characters.ts'

/** What an editor should look at: what is wrong, and what is in doubt. Each entry is a line of its own. */
export interface EditorsList {
  wrong: string[]
  doubtful: string[]
  /** Names that no topic covers, each a topic file of several lines, ready to paste. */
  names: string[]
}

/**
 * Reads a content folder, and the site built from it if there is one, and lists what wants an editor. `today` is the day
 * in Greenwich; nothing that is written may depend on it, but this is only shown.
 */
export function editorsList(folder: string, site: string, today: IsoDate): EditorsList {
  const content = loadContent(folder)
  const { problem: brokenLog } = readArrivals(folder)
  const wrong = [
    ...[...content.problems, ...(brokenLog ? [brokenLog] : [])].map(formatProblem),
    ...openConflicts(folder).map(
      (path) =>
        `${placeOf(content, path)}: in conflict: ${conflictPath(path)} says where; write what is right, then remove that file`,
    ),
  ]
  const written = [
    ...renamed(content),
    ...doubtfulArticles(content),
    ...comingDays(content, today),
    ...unseenCharacters(content),
    ...lookAlikes(content),
  ]
  if (!content.site) return { wrong, doubtful: written, names: newNames(content) }
  const digest = buildDigest(content)
  if (existsSync(site))
    wrong.push(
      ...findDeadLinks(site, rootOf(site) ?? digest.href('')).map(
        (problem) => `${site}/${formatProblem(problem)}`,
      ),
    )
  return {
    wrong,
    doubtful: [
      ...written,
      ...emptyStories(content, digest),
      ...lostLeads(content),
      ...unsure(content, withDrafts(content) ?? digest, new Written(folder)),
    ],
    names: newNames(content),
  }
}

/** The site as it would be with nothing held back, if anything is: whose copy a text is, a draft's too, is told there. */
function withDrafts(content: Content): Digest | undefined {
  const publish = <T extends { status: string }>(entries: T[]): T[] =>
    entries.map((entry) => ({ ...entry, status: 'published' }))
  return [...content.articles, ...content.stories].some(({ status }) => status === 'draft')
    ? buildDigest({ ...content, articles: publish(content.articles), stories: publish(content.stories) })
    : undefined
}

/** Names to make topics of; outlets and their authors, which every text prints, are none. */
function newNames({ articles, topics, publishers }: Content): string[] {
  const known = publishers.flatMap(({ name, aliases, abbreviation }) => [
    name,
    ...aliases,
    abbreviation ?? '',
  ])
  const accounts = articles.map(({ file, id, story, body }) => ({
    file,
    story: story ?? id,
    paragraphs: plainBlocks(body),
  }))
  const authors = articles.flatMap((article) => [...article.authors, article.dateline ?? ''])
  return proposeNames(accounts, compileRegistry(topics), [...known, ...authors])
}

/** The path prefix that a site was built for, told by where its front page looks for the stylesheet. */
function rootOf(site: string): string | undefined {
  const front = join(site, 'index.html')
  return existsSync(front)
    ? /href="([^"]*)assets\/style\.css"/.exec(readFileSync(front, 'utf8'))?.[1]
    : undefined
}

/** Files that an editor named otherwise than ingest, which is fine as long as it is meant. */
function renamed({ articles, stories, topics, instruments }: Content): string[] {
  return [articles, stories, topics, instruments].flatMap((entries: { id: string; file: string }[]) =>
    entries
      .filter(({ id, file }) => basename(file, '.md') !== id)
      .map(
        ({ id, file }) =>
          `${file}: id: ${id} is not the file's name. Both may stay: the id is what everything goes by, so change the name if you like, never the id`,
      ),
  )
}

/** Where a file stands that ingest remembers under another name. */
function placeOf({ articles, stories }: Content, path: string): string {
  const article = articles.find(({ id }) => articlePath(id) === path)
  const story = stories.find(({ id }) => storyPath(id) === path)
  return (article ?? story)?.file ?? path
}

/** Why a date is not known. */
function doubt(dateFrom: Article['dateFrom']): string {
  if (!dateFrom) return 'none found.'
  const { basis, claimed, why = '' } = dateFrom
  const what = claimed === undefined ? `the day, from the ${basis},` : JSON.stringify(claimed)
  return `${what} is in doubt. ${why}`.trim()
}

function doubtfulArticles({ articles }: Content): string[] {
  return articles.flatMap(({ file, date, dateFrom, titleFrom, title }) => {
    const lines: string[] = []
    if (!date)
      lines.push(
        `${file}: date: ${doubt(dateFrom)} Write the date, with dateFrom.basis: editor, if you know it`,
      )
    else if (dateFrom?.confidence === 'low')
      lines.push(
        `${file}: date: ${date}, from the ${dateFrom.basis}, is not certain. ${dateFrom.why ?? ''}`.trim(),
      )
    if (titleFrom !== 'page' && titleFrom !== 'editor')
      lines.push(
        `${file}: title: the page has no headline; "${title}" is taken from ${titleFrom === 'copy' ? 'a copy' : 'the lead'}`,
      )
    return lines
  })
}

function emptyStories({ stories }: Content, digest: Digest): string[] {
  const shown = new Set(digest.stories.map((story) => story.id))
  return stories
    .filter((story) => story.status === 'published' && !story.mergedInto && !shown.has(story.id))
    .map(
      ({ file }) =>
        `${file}: has neither a title nor an article, so it is not printed; write a title, merge it or remove it`,
    )
}

function lostLeads({ stories, articles }: Content): string[] {
  const current = mergedStories(eventsOf(stories))
  const homes = new Map(articles.map(({ id, story }) => [id, story]))
  return stories.flatMap(({ file, id, lead }) => {
    if (lead === undefined) return []
    const home = homes.get(lead)
    if (home && current(home) === current(id)) return []
    const where = homes.has(lead) ? `${lead} is not in this story (any more)` : `there is no article ${lead}`
    return `${file}: lead: ${where}, so another speaks for the story; name one or remove the field`
  })
}

function unsure(content: Content, digest: Digest, written: Written): string[] {
  const copies = new Map(digest.articles.map((article) => [article.id, article.copyOf?.id]))
  const files = new Map(content.articles.map((article) => [article.id, article]))
  const headline = (id: string) =>
    JSON.stringify(digest.stories.find((story) => story.id === id)?.title ?? id)
  const accounts = content.articles.map((article) =>
    accountOf(article, plainBlocks(article.body), copies.get(article.id)),
  )
  const isSettled = (article: string) => written.isEditors(articlePath(article), files.get(article)?.file)
  return unsureMemberships(accounts, eventsOf(content.stories), isSettled).map((membership) => {
    const { article, story, own, other } = membership
    const { title = '', file = '' } = files.get(article) ?? {}
    const rival = other && `it might belong to ${other.story}, ${headline(other.story)}`
    const judged = own && own.likeness < own.asked ? 'it hardly fits there' : 'little decides it'
    return `${file}: story: ${JSON.stringify(title)} is in ${story}, ${headline(story)}; ${rival ?? judged} (${reasons(membership)})`
  })
}

/** What speaks for and against a membership. */
function reasons({ own, other, nearest }: UnsureMembership): string {
  if (other) {
    const rest = own ? `, to the rest of its own story ${own.likeness.toFixed(2)}` : ', alone in its own'
    return `likeness ${other.likeness.toFixed(2)}${rest}`
  }
  if (!own || !nearest) return ''
  const { title, likeness, daysApart = 0, ofOtherDays } = nearest
  return [
    `likeness ${own.likeness.toFixed(2)}${own.asked <= 1 ? ` where ${own.asked.toFixed(2)} is asked` : ''}`,
    `nearest there is ${JSON.stringify(title)} with ${likeness.toFixed(2)}`,
    ...(daysApart > 0 ? [`printed ${daysApart === 1 ? 'a day' : `${daysApart} days`} apart`] : []),
    ...(ofOtherDays ? ['their leads tell of different days'] : []),
  ].join('; ')
}
