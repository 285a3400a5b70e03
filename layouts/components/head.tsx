import type { IsoDate } from '../../scripts/content/date.ts'
import type { Site } from '../../scripts/content/site.ts'
import type { Digest, Located } from '../../scripts/site/views.ts'

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
  feed?: { title: string; feed: Located }
  /** Day of the event, on pages that tell of one. */
  published?: IsoDate
  /** Makes the page an opening in the sense of Open Graph. */
  kind?: 'website' | 'article'
  /** Where the browser is to go at once. */
  redirect?: string
  /** Module of our own that the page runs. */
  script?: string
}

/** Only what most pages need: no script, no frame, no form, nothing from another host. */
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'"

/** What the search needs beside: its module, a worker and an engine in WebAssembly, and the index. */
const WITH_SCRIPT = `${POLICY}; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'`

const LONGEST_TITLE = 70

/** Longer descriptions are cut by search engines anyway, and in worse places. */
const LONGEST_DESCRIPTION = 300

export function Head(head: PageHead) {
  const { digest, title, url, feed, published, kind = 'website' } = head
  const { site } = digest
  const description = shortened(head.description)
  const address = digest.absolute(url)
  return (
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={head.script ? WITH_SCRIPT : POLICY} />
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
      <link rel="alternate" type="application/atom+xml" title={site.title} href={digest.href('feed.xml')} />
      {feed && <link rel="alternate" type="application/atom+xml" title={feed.title} href={feed.feed.url} />}
      <meta property="og:site_name" content={site.title} />
      <meta property="og:type" content={kind} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={address} />
      {published && <meta property="article:published_time" content={published} />}
    </head>
  )
}

/** The page's title and the site's, without the latter where search engines would cut it off. */
function documentTitle(title: string, site: Site): string {
  const whole = title === site.title ? `${title}: ${site.tagline}` : `${title} · ${site.title}`
  return whole.length <= LONGEST_TITLE ? whole : title
}

/** Text cut at a space, with the cut shown. */
function shortened(text: string): string {
  if (text.length <= LONGEST_DESCRIPTION) return text
  const cut = text.slice(0, LONGEST_DESCRIPTION)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).trimEnd()} …`
}
