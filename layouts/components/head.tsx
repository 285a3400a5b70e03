import type { IsoDate } from '../../scripts/content/date.ts'
import { shortened } from '../../scripts/content/shortened.ts'
import type { Site } from '../../scripts/content/site.ts'
import { graphOf, type Thing } from '../../scripts/site/json-ld/thing.ts'
import { contentPolicy, type PageNeeds } from '../../scripts/site/policy.ts'
import type { Digest, FeedPlace, Located, PictureView } from '../../scripts/site/views.ts'
import { DataBlock } from './data-block.tsx'

/** What a page says of itself to browsers, search engines and feed readers. */
export interface PageHead {
  digest: Digest
  title: string
  description: string
  /** The page's own url. */
  url: string
  /** Absolute address of the original, where the page is not the original itself. */
  canonical?: string
  noindex?: boolean
  /** Feed of this page's subject, beside the digest's own. */
  feed?: { title: string; feed: Located & Partial<FeedPlace> }
  /** Day on which it was first printed; none that is in doubt. */
  published?: IsoDate
  /** Day on which it was last added to or corrected, where that was later. */
  modified?: IsoDate
  /** What the page says of itself in the words of schema.org. */
  things?: Thing[]
  /** Makes the page an opening in the sense of Open Graph. */
  kind?: 'website' | 'article'
  /** Where the browser is to go at once. */
  redirect?: string
  /** What its policy allows beyond the usual. */
  needs?: PageNeeds
  /** Module of our own that the page runs. */
  script?: string
}

const LONGEST_TITLE = 70

/** Longer descriptions are cut by search engines anyway, and in worse places. */
const LONGEST_DESCRIPTION = 300

/** What browsers, search engines and feed readers are told of a page before its text. */
export function Head(head: PageHead) {
  const { digest, title, url, feed, published, modified, things, kind = 'website' } = head
  const { site } = digest
  const description = shortened(head.description, LONGEST_DESCRIPTION)
  const address = digest.absolute(url)
  return (
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={contentPolicy(head.needs)} />
      <meta name="referrer" content="no-referrer" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {head.redirect && <meta http-equiv="refresh" content={`0; url=${head.redirect}`} />}
      <title>{documentTitle(title, site)}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      {head.noindex && <meta name="robots" content="noindex" />}
      <link rel="canonical" href={head.canonical ?? address} />
      <link rel="stylesheet" href={digest.href('assets/style.css')} />
      {head.script && <script type="module" src={head.script} />}
      <link rel="icon" href={digest.href('assets/icon.svg')} type="image/svg+xml" />
      <FeedLinks title={site.title} atom={digest.href('feed.xml')} rss={digest.href('rss.xml')} />
      <link rel="alternate" type="application/feed+json" title={site.title} href={digest.href('feed.json')} />
      {feed && <FeedLinks title={feed.title} atom={feed.feed.url} rss={feed.feed.rss?.url} />}
      <meta property="og:site_name" content={site.title} />
      <meta property="og:type" content={kind} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={address} />
      {published && <meta property="article:published_time" content={published} />}
      {modified && <meta property="article:modified_time" content={modified} />}
      {digest.picture && <SharedPicture digest={digest} picture={digest.picture} />}
      <meta name="twitter:card" content={digest.picture ? 'summary_large_image' : 'summary'} />
      <meta name="twitter:title" content={title} />
      <meta name="twitter:description" content={description} />
      {things && things.length > 0 && <DataBlock data={graphOf(things)} />}
    </head>
  )
}

function SharedPicture({ digest, picture }: { digest: Digest; picture: PictureView }) {
  const { alt, height, url, width } = picture
  const address = digest.absolute(url)
  return (
    <>
      <meta property="og:image" content={address} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(width)} />
      <meta property="og:image:height" content={String(height)} />
      <meta property="og:image:alt" content={alt} />
      <meta name="twitter:image" content={address} />
      <meta name="twitter:image:alt" content={alt} />
    </>
  )
}

function FeedLinks({ title, atom, rss }: { title: string; atom: string; rss?: string }) {
  return (
    <>
      <link rel="alternate" type="application/atom+xml" title={title} href={atom} />
      {rss && <link rel="alternate" type="application/rss+xml" title={`${title} (RSS)`} href={rss} />}
    </>
  )
}

/** The page's title and the site's, without the latter where search engines would cut it off. */
function documentTitle(title: string, site: Site): string {
  const whole = title === site.title ? `${title}: ${site.tagline}` : `${title} · ${site.title}`
  return whole.length <= LONGEST_TITLE ? whole : title
}
