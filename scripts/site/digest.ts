import type { Arrival } from '../content/arrivals.ts'
import type { Content } from '../content/load.ts'
import { createMarkdown } from '../content/markdown.ts'
import { Pack } from '../content/pack.ts'
import { allPrintable } from '../content/printable.ts'
import { ContentError } from '../content/problem.ts'
import { compileRegistry } from '../content/registry.ts'
import type { Topic } from '../content/topic.ts'
import { tellArrivals } from './arrivals.ts'
import { articleViews } from './article-views.ts'
import { bodyRenderer } from './body-html.ts'
import { calendar } from './calendar.ts'
import { periodsOf } from './chart.ts'
import { editionViews } from './editions.ts'
import { feedViews } from './feed/catalogue.ts'
import { intersectionId } from './intersections.ts'
import { ledgerView } from './ledger.ts'
import { Paths, siteProblem } from './paths.ts'
import { PublisherViews } from './publisher-views.ts'
import { relateStories } from './related.ts'
import { newestFirst, storyViews } from './story-views.ts'
import { topicRefs, topicViews } from './topic-views.ts'
import type { Digest, PictureView, StoryView, TellingView } from './views.ts'

export interface Place {
  /** Base address; the site's own where absent. */
  url?: string
  /** Path prefix such as `/repo/`; the base address's path where absent. */
  pathPrefix?: string
}

/** What the build is told beside the content. */
export interface Told extends Place {
  /** The log that ingest keeps of what arrived when; by date where there is none. */
  arrivals?: Arrival[]
  /** What an earlier build worked out. */
  memory?: Pack
  /** Has accounts told of beside the build, as soon as they are known. */
  telling?: TellingView & {
    expect(content: Content): void
    begin(stories: StoryView[], topics: Topic[]): void
  }
}

/**
 * Content to the model that pages are rendered from. Pure: the same content gives the same model. What pages cannot print
 * is left out here, for all of them, and not in the content: an editor is to see it there.
 */
export function buildDigest(
  given: Content,
  { url, pathPrefix, arrivals = [], memory = new Pack(), telling }: Told = {},
): Digest {
  const content = allPrintable(given)
  const { site } = content
  if (!site)
    throw new ContentError([
      { file: 'site.yaml', fix: 'the site needs this file; see README, "Configuration"' },
    ])
  const wrong = siteProblem(url ?? site.url)
  if (wrong) throw new ContentError([{ file: 'site.yaml', field: 'url', value: url ?? site.url, fix: wrong }])
  telling?.expect(content)
  const paths = new Paths(url ?? site.url, pathPrefix)
  const topicRef = topicRefs(content.topics, paths)
  const registry = compileRegistry(content.topics)
  const render = bodyRenderer(registry, (path) => paths.href(path))
  const publishers = new PublisherViews(content.publishers, paths, site.republish)

  const articles = articleViews(content, paths, publishers, topicRef, render, memory)
  const { stories, redirects } = storyViews(content, articles, paths, topicRef, render)
  for (const story of stories) {
    for (const { original, copies } of story.accounts)
      for (const article of [original, ...copies]) article.story = story
  }
  telling?.begin(stories, content.topics)
  tellArrivals(content, articles, stories, arrivals)
  relateStories(stories)
  const { topics, intersections } = topicViews(content, stories, paths, topicRef, registry, memory, articles)
  const crossings = new Map(intersections.map((intersection) => [intersection.id, intersection]))
  const named = new Set(site.intersections.map(intersectionId))
  const ledger = ledgerView(content, stories, redirects, paths, topicRef)
  const years = calendar(stories, paths)
  const feeds = feedViews(site, stories, topics, intersections, publishers, paths)
  const feedsByName = new Map(feeds.map((feed) => [feed.name, feed]))
  const leadTopics = site.leadTopics.flatMap((id) => topics.find((topic) => topic.id === id) ?? [])
  const about = content.pages.find((page) => page.id === 'about')
  return {
    site,
    picture: pictureView(content, paths),
    absolute: (href) => paths.absolute(href),
    href: (path) => paths.href(path),
    stories,
    articles: [...articles.values()].sort(newestFirst),
    topics,
    topicPages: topics.flatMap((topic) => topic.pages),
    leadTopics,
    intersections,
    intersectionPages: intersections.flatMap((intersection) => intersection.pages),
    namedIntersections: [...named].flatMap((id) => crossings.get(id) ?? []),
    ledgers: ledger ? [ledger] : [],
    periods: periodsOf(stories),
    publishers: publishers.list([...articles.values()].sort(newestFirst)),
    years,
    months: years.flatMap((year) => year.months),
    undated: stories.filter((story) => !story.date),
    editions: editionViews(stories, leadTopics, paths),
    redirects,
    feeds,
    publisherFeed: (name) => feedsByName.get(`publishers/${publishers.idOf(name)}`),
    about: {
      title: about?.title ?? `About ${site.title}`,
      html: about ? createMarkdown((path) => paths.href(path)).render(about.body) : '',
    },
    telling,
  }
}

function pictureView({ picture, site }: Content, paths: Paths): PictureView | undefined {
  if (!picture || !site?.picture) return undefined
  const { height, width } = picture
  return { width, height, alt: site.picture.alt, ...paths.locate('picture.png') }
}
