import { hash } from 'node:crypto'
import type { Content } from '../content/load.ts'
import { plainBlocks } from '../content/markdown.ts'
import { byCodePoint } from '../content/order.ts'
import { sentences } from '../content/sentences.ts'
import { feedIdOf, finalStory, isHeldBack, isShown } from '../content/standing.ts'
import type { Story } from '../content/story.ts'
import type { BodyRenderer } from './body-html.ts'
import { once } from './once.ts'
import type { Paths } from './paths.ts'
import { storySections } from './story-sections.ts'
import { byDayAndSurety } from './sure-day.ts'
import type { Account, ArticleView, Basis, RedirectView, StoryView, TopicRef } from './views.ts'

const SUMMARY_LENGTH = 420

/**
 * Stories as pages see them, newest first, and the redirects that merged ones leave. What a story's file does not set
 * comes from its articles: the lead's title and summary, the earliest date, the union of the topics.
 */
export function storyViews(
  content: Content,
  articles: Map<string, ArticleView>,
  paths: Paths,
  topicRef: (id: string) => TopicRef[],
  render: BodyRenderer,
): { stories: StoryView[]; redirects: RedirectView[] } {
  const byId = new Map(content.stories.map((story) => [story.id, story]))
  const headlines = new Map(content.articles.map(({ id, title }) => [id, title]))
  const members = new Map<string, ArticleView[]>()
  const topicsOf = new Map<string, Set<string>>()
  for (const article of content.articles) {
    const view = articles.get(article.id)
    const story = article.story && finalStory(article.story, byId)
    if (!view || !story) continue
    const others = members.get(story.id)
    if (others) others.push(view)
    else members.set(story.id, [view])
  }
  const published = content.stories.filter(({ id }) => !isHeldBack(id, byId))
  for (const story of published) {
    const final = finalStory(story.id, byId)
    if (final) topicsOf.set(final.id, new Set([...(topicsOf.get(final.id) ?? []), ...(story.topics ?? [])]))
  }
  const stories = content.stories
    .filter((story) => isShown(story, members.has(story.id)))
    .map((story) =>
      viewOf(
        { ...story, title: ownTitle(story, headlines) },
        members.get(story.id) ?? [],
        [...(topicsOf.get(story.id) ?? [])],
        paths,
        topicRef,
        render,
      ),
    )
    .sort(newestFirst)
  const views = new Map(stories.map((story) => [story.id, story]))
  const redirects = published.flatMap((story) => {
    const to = story.mergedInto && views.get(finalStory(story.id, byId)?.id ?? '')
    if (!to) return []
    const title = ownTitle(story, headlines) ?? to.title
    if (feedIdOf(story) !== to.feedId) to.merged.push(title)
    return [{ ...paths.locate(`stories/${story.id}/`), title, to }]
  })
  return { stories, redirects }
}

/**
 * The title that is a story's own. One that is its lead's headline is derived: it is printed as the lead's rights allow,
 * and goes when the lead leaves the story.
 */
function ownTitle({ title, lead }: Story, headlines: Map<string, string>): string | undefined {
  return lead !== undefined && title === headlines.get(lead) ? undefined : title
}

/** Newest first; undated ones last, pinned ones are the front page's business. */
export function newestFirst(a: { date?: string; id: string }, b: { date?: string; id: string }): number {
  return byCodePoint(b.date ?? '', a.date ?? '') || byCodePoint(a.id, b.id)
}

function viewOf(
  story: Story,
  articles: ArticleView[],
  ownTopics: string[],
  paths: Paths,
  topicRef: (id: string) => TopicRef[],
  render: BodyRenderer,
): StoryView {
  const accounts = foldCopies(articles)
  const lead = articles.find((article) => article.id === story.lead) ?? accounts[0]?.original
  const dated = articles.filter((article) => article.date).sort(byDayAndSurety)[0]
  const place = paths.locate(`stories/${story.id}/`)
  const topics = new Set([
    ...ownTopics,
    ...(story.topics ? [] : articles.flatMap((article) => article.topics.map((topic) => topic.id))),
  ])
  return {
    id: story.id,
    feedId: feedIdOf(story),
    ...place,
    title: story.title ?? lead?.title ?? story.id,
    date: story.date ?? dated?.date,
    dateFrom: story.dateFrom ?? (story.date ? undefined : dated?.dateFrom),
    summary:
      story.summary ??
      (story.body ? excerpt(story.body) : lead && lead.republish !== 'link' ? lead.summary : ''),
    html: once(() => (story.body ? render(story.body, [...topics]) : '')),
    paragraphs: () => plainBlocks(story.body),
    topics: [...topics].flatMap(topicRef),
    lead,
    accounts,
    ...storySections(accounts, articles),
    references: story.references,
    basis: basisOf(accounts, articles, story.references.length),
    corrections: story.corrections,
    merged: [],
    updated: '',
    latestNews: [],
    arrivals: [],
    pinned: story.pinned,
    sample: articles.some((article) => article.sample),
    revision: story.body && hash('sha1', story.body, 'base64'),
    storyline: { ...place, related: [] },
  }
}

/**
 * Copies under their original; the account with most copies first, then the earliest. Where the original is in another
 * story, the earliest of its copies here stands for it: they are one text and count once.
 */
function foldCopies(articles: ArticleView[]): Account[] {
  const families = new Map<string, ArticleView[]>()
  for (const article of articles) {
    const text = article.copyOf?.id ?? article.id
    const family = families.get(text)
    if (family) family.push(article)
    else families.set(text, [article])
  }
  return [...families]
    .map(([text, family]) => {
      const original =
        family.find((article) => article.id === text) ?? ([...family].sort(byDate)[0] as ArticleView)
      return { original, copies: family.filter((article) => article !== original).sort(byDate) }
    })
    .sort((a, b) => b.copies.length - a.copies.length || byDate(a.original, b.original))
}

const byDate = (a: ArticleView, b: ArticleView): number =>
  byCodePoint(a.date ?? '9', b.date ?? '9') || byCodePoint(a.id, b.id)

/** Who wrote each account: the agency that any print of its text names, else its publisher. */
function basisOf(accounts: Account[], articles: ArticleView[], references: number): Basis {
  const originators = accounts.map(({ original, copies }) => {
    const agency = [original, ...copies].find((article) => article.agency)?.agency
    return agency ?? original.publisher?.name
  })
  const known = [...new Set(originators.flatMap((name) => (name ? [name] : [])))].sort(byCodePoint)
  return { articles: articles.length, accounts: accounts.length, originators: known, references }
}

function excerpt(body: string): string {
  let text = ''
  for (const sentence of plainBlocks(body).flatMap(sentences)) {
    if (text && text.length + sentence.length > SUMMARY_LENGTH) break
    text += (text ? ' ' : '') + sentence
  }
  return text
}
