import type { Digest, EditionsFeed } from '../views.ts'

/** What the feed of weekly editions says of itself, and where it is. */
export function editionsFeed({ href, site }: Digest): EditionsFeed {
  const output = 'editions/feed.xml'
  const rss = 'editions/rss.xml'
  const label = 'Weekly editions'
  return {
    name: 'editions',
    label,
    title: `${site.title}: ${label.toLowerCase()}`,
    subtitle: site.tagline,
    page: href('editions/'),
    url: href(output),
    output,
    rss: { url: href(rss), output: rss },
  }
}
