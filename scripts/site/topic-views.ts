import type { Content } from '../content/load.ts'
import { createMarkdown, plainBlocks } from '../content/markdown.ts'
import { byCodePoint } from '../content/order.ts'
import type { Topic } from '../content/topic.ts'
import type { Paths } from './paths.ts'
import type { StoryView, TopicPage, TopicRef, TopicView } from './views.ts'

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

/** Topics as pages see them, by name, with their stories in the order given. */
export function topicViews(
  { topics }: Content,
  stories: StoryView[],
  paths: Paths,
  topicRef: (id: string) => TopicRef[],
): TopicView[] {
  const markdown = createMarkdown((path) => paths.href(path))
  const storiesOf = new Map<string, StoryView[]>(topics.map((topic) => [topic.id, []]))
  for (const story of stories) for (const { id } of story.topics) storiesOf.get(id)?.push(story)
  return topics
    .map((topic) => {
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
        feed: paths.locate(`topics/${topic.id}/feed.xml`),
      }
      view.pages = pagesOf(view, paths)
      return view
    })
    .sort((a, b) => byCodePoint(a.name.toLowerCase(), b.name.toLowerCase()))
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

function pagesOf(topic: TopicView, paths: Paths): TopicPage[] {
  const count = Math.max(1, Math.ceil(topic.stories.length / PER_PAGE))
  const at = (number: number) => paths.locate(`topics/${topic.id}/${number === 1 ? '' : `page/${number}/`}`)
  return Array.from({ length: count }, (_, index) => ({
    ...at(index + 1),
    topic,
    number: index + 1,
    count,
    stories: topic.stories.slice(index * PER_PAGE, (index + 1) * PER_PAGE),
    previous: index > 0 ? at(index).url : undefined,
    next: index + 1 < count ? at(index + 2).url : undefined,
  }))
}
