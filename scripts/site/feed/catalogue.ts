import { byCodePoint } from '../../content/order.ts'
import { shortened } from '../../content/shortened.ts'
import type { Site } from '../../content/site.ts'
import { latestArrivalFirst } from '../arrivals.ts'
import { namedTopics } from '../named-topics.ts'
import type { Paths } from '../paths.ts'
import type { PublisherViews } from '../publisher-views.ts'
import type { FeedView, IntersectionView, StoryView, TopicView } from '../views.ts'

const LONGEST_LABEL = 120

/** Every feed of the site: the main one, then those of topics, intersections and publishers. */
export function feedViews(
  site: Site,
  stories: StoryView[],
  topics: TopicView[],
  intersections: IntersectionView[],
  publishers: PublisherViews,
  paths: Paths,
): FeedView[] {
  const about = (whole: string) => {
    const label = shortened(whole, LONGEST_LABEL)
    return { label, title: `${site.title}: ${label}` }
  }
  return [
    {
      of: 'all',
      name: 'feed',
      label: 'All stories',
      title: site.title,
      subtitle: site.tagline,
      page: paths.href(''),
      ...paths.feedAt(''),
      json: paths.locate('feed.json'),
      archives: 'feed/archive/',
      stories: latestArrivalFirst(stories),
    },
    ...topics.map(
      (topic): FeedView => ({
        of: 'topic',
        name: `topics/${topic.id}`,
        ...about(topic.name),
        subtitle: topic.description,
        page: topic.url,
        ...topic.feed,
        archives: `topics/${topic.id}/feed/archive/`,
        stories: latestArrivalFirst(topic.stories),
      }),
    ),
    ...intersections.map(
      (intersection): FeedView => ({
        of: 'intersection',
        name: `topics/${intersection.id}`,
        ...about(namedTopics(intersection.topics)),
        subtitle: `Stories on ${namedTopics(intersection.topics)} together`,
        page: intersection.url,
        ...intersection.feed,
        stories: latestArrivalFirst(intersection.stories),
      }),
    ),
    ...publisherFeeds(site, stories, publishers, paths),
  ]
}

/** Feeds of the stories that each publisher tells: itself, or as the agency that wrote what others print. */
function publisherFeeds(
  site: Site,
  stories: StoryView[],
  publishers: PublisherViews,
  paths: Paths,
): FeedView[] {
  const names = new Map(publishers.list([]).map(({ id, name, sample }) => [id, { name, sample }]))
  const told = new Map<string, Set<StoryView>>([...names.keys()].map((id) => [id, new Set()]))
  for (const story of stories) {
    for (const article of story.accounts.flatMap(({ original, copies }) => [original, ...copies])) {
      for (const name of [article.publisher?.name, article.agency]) {
        if (!name) continue
        const id = publishers.idOf(name)
        const known = names.get(id)
        if (!known || (!publishers.isRegistered(id) && name < known.name))
          names.set(id, { name, sample: false })
        told.set(id, (told.get(id) ?? new Set()).add(story))
      }
    }
  }
  return [...told]
    .map(([id, own]): FeedView => {
      const { name, sample } = names.get(id) ?? { name: id, sample: false }
      const label = `${shortened(name, LONGEST_LABEL)}${sample ? ' (sample)' : ''}`
      return {
        of: 'publisher',
        name: `publishers/${id}`,
        label,
        title: `${site.title}: ${label}`,
        subtitle: `Stories of which there is an account by ${label}`,
        page: publishers.isRegistered(id) ? `${paths.href('publishers/')}#${id}` : paths.href('publishers/'),
        ...paths.feedAt(`publishers/${id}/`),
        archives: `publishers/${id}/feed/archive/`,
        stories: latestArrivalFirst([...own]),
      }
    })
    .sort((a, b) => byCodePoint(a.label, b.label) || byCodePoint(a.name, b.name))
}
