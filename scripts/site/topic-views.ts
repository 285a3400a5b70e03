import type { Content } from '../content/load.ts'
import { createMarkdown, plainBlocks } from '../content/markdown.ts'
import { byCodePoint } from '../content/order.ts'
import type { Pack } from '../content/pack.ts'
import type { Registry } from '../content/registry.ts'
import type { Topic } from '../content/topic.ts'
import { companyOfTopics } from './company.ts'
import { broaderTopics, intersectionViews, storiesOfPairs } from './intersections.ts'
import { once } from './once.ts'
import type { Paths } from './paths.ts'
import { sayingsOf } from './sayings.ts'
import { storyPages } from './story-pages.ts'
import type { ArticleView, IntersectionView, StoryView, TopicRef, TopicView } from './views.ts'

const PER_PAGE = 25

/** Gives the reference of a topic, in a list that is empty where there is no such topic. */
export function topicRefs(topics: Topic[], paths: Paths): (id: string) => TopicRef[] {
  const refs = new Map(
    topics.map(({ id, name, kind }) => [id, { id, name, kind, ...paths.locate(`topics/${id}/`) }]),
  )
  return (id) => {
    const ref = refs.get(id)
    return ref ? [ref] : []
  }
}

/** The stories of each topic, in the order given. */
function storiesOfTopics(topics: Topic[], stories: StoryView[]): Map<string, StoryView[]> {
  const storiesOf = new Map<string, StoryView[]>(topics.map((topic) => [topic.id, []]))
  for (const story of stories) for (const { id } of story.topics) storiesOf.get(id)?.push(story)
  return storiesOf
}

/** Topics and the intersections of them as pages see them, topics by name. */
export function topicViews(
  { topics, site }: Content,
  stories: StoryView[],
  paths: Paths,
  topicRef: (id: string) => TopicRef[],
  registry: Registry,
  memory: Pack,
  articles: Map<string, ArticleView>,
): { topics: TopicView[]; intersections: IntersectionView[] } {
  const markdown = createMarkdown((path) => paths.href(path))
  const storiesOf = storiesOfTopics(topics, stories)
  const pairs = storiesOfPairs(stories)
  const broader = broaderTopics(topics)
  const intersections = intersectionViews(
    pairs,
    storiesOf,
    broader,
    site?.intersections ?? [],
    paths,
    topicRef,
  )
  const byId = new Map(intersections.map((intersection) => [intersection.id, intersection]))
  const company = companyOfTopics(pairs, storiesOf, broader, byId, topicRef, stories.length)
  const crossing = new Map<string, IntersectionView[]>(topics.map((topic) => [topic.id, []]))
  for (const intersection of intersections)
    for (const { id } of intersection.topics) crossing.get(id)?.push(intersection)

  const sayings = once(() => sayingsOf(stories, registry, articles, memory))
  const views = topics.map((topic) => {
    const view: TopicView = {
      ...(topicRef(topic.id)[0] as TopicRef),
      descriptionHtml: markdown.render(topic.body),
      description: plainBlocks(topic.body).join(' '),
      aliases: printedForms(topic),
      wikidata: topic.wikidata,
      officialUrl: topic.url,
      parent: topicRef(topic.parent ?? '')[0],
      children: topics.filter((other) => other.parent === topic.id).flatMap((other) => topicRef(other.id)),
      related: topic.related.flatMap(topicRef),
      stories: storiesOf.get(topic.id) ?? [],
      pages: [],
      // Asked for by the topics' own pages only, when every story has been read.
      get sayings() {
        return sayings().get(topic.id) ?? []
      },
      feed: paths.feedAt(`topics/${topic.id}/`),
      company: company.get(topic.id) ?? [],
      intersections: crossing.get(topic.id) ?? [],
    }
    view.pages = storyPages(`topics/${topic.id}/`, view.stories, PER_PAGE, paths).map((page) => ({
      ...page,
      topic: view,
    }))
    return view
  })
  return {
    topics: views.sort((a, b) => byCodePoint(a.name.toLowerCase(), b.name.toLowerCase())),
    intersections,
  }
}

/** Other names for readers: without possessives, and one of forms that differ in case or apostrophe only. */
function printedForms({ name, aliases }: Topic): string[] {
  const fold = (text: string) =>
    text
      .toLowerCase()
      .replace(/^the\s/, '')
      .replace(/[^\p{L}\p{N}]/gu, '')
  const seen = new Set([fold(name)])
  return aliases.filter((alias) => !/['’]s$/.test(alias) && !seen.has(fold(alias)) && seen.add(fold(alias)))
}
