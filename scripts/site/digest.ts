import type { Content } from '../content/load.ts'
import { createMarkdown } from '../content/markdown.ts'
import { ContentError } from '../content/problem.ts'
import { compileRegistry } from '../content/registry.ts'
import { articleViews } from './article-views.ts'
import { bodyRenderer } from './body-html.ts'
import { calendar } from './calendar.ts'
import { periodsOf } from './chart.ts'
import { editionViews } from './editions.ts'
import { intersectionId } from './intersections.ts'
import { ledgerView } from './ledger.ts'
import { Paths } from './paths.ts'
import { PublisherViews } from './publisher-views.ts'
import { relateStories } from './related.ts'
import { newestFirst, storyViews } from './story-views.ts'
import { topicRefs, topicViews } from './topic-views.ts'
import type { Digest } from './views.ts'

export interface Place {
  /** Base address; the site's own where absent. */
  url?: string
  /** Path prefix such as `/repo/`; the base address's path where absent. */
  pathPrefix?: string
}

/** Content to the model that pages are rendered from. Pure: the same content gives the same model. */
export function buildDigest(content: Content, { url, pathPrefix }: Place = {}): Digest {
  const { site } = content
  if (!site)
    throw new ContentError([
      { file: 'site.yaml', fix: 'the site needs this file; see README, "Configuration"' },
    ])
  const paths = new Paths(url ?? site.url, pathPrefix)
  const topicRef = topicRefs(content.topics, paths)
  const registry = compileRegistry(content.topics)
  const render = bodyRenderer(registry, (path) => paths.href(path))
  const publishers = new PublisherViews(content.publishers, paths, site.republish)

  const articles = articleViews(content, paths, publishers, topicRef, render)
  const { stories, redirects } = storyViews(content, articles, paths, topicRef, render)
  for (const story of stories) {
    for (const { original, copies } of story.accounts)
      for (const article of [original, ...copies]) article.story = story
  }
  relateStories(stories)
  const { topics, intersections } = topicViews(content, stories, paths, topicRef, registry)
  const crossings = new Map(intersections.map((intersection) => [intersection.id, intersection]))
  const named = new Set(site.intersections.map(intersectionId))
  const ledger = ledgerView(content, stories, redirects, paths, topicRef)
  const years = calendar(stories, paths)
  const leadTopics = site.leadTopics.flatMap((id) => topics.find((topic) => topic.id === id) ?? [])
  const about = content.pages.find((page) => page.id === 'about')
  return {
    site,
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
    about: {
      title: about?.title ?? `About ${site.title}`,
      html: about ? createMarkdown((path) => paths.href(path)).render(about.body) : '',
    },
  }
}
