import type { ComponentChildren } from 'preact'
import type { Digest } from '../../scripts/site/views.ts'
import { CorrectionLink } from './correction-link.tsx'
import { Head, type PageHead } from './head.tsx'
import { madeOnce } from './raw.tsx'

const SECTIONS = [
  ['timeline/', 'Timeline'],
  ['topics/', 'Topics'],
  ['ledger/', 'Ledger'],
  ['archive/', 'Archive'],
  ['publishers/', 'Publishers'],
  ['about/', 'About'],
  ['feeds/', 'Feeds'],
  ['search/', 'Search'],
] as const

interface PageProps extends PageHead {
  /** The front page carries the site's name as its headline. */
  front?: boolean
  children: ComponentChildren
}

/** The frame of every page: head, masthead with navigation, main, footer. */
export function Page({ front = false, children, ...head }: PageProps) {
  const { digest, url } = head
  return (
    <html lang={digest.site.language}>
      <Head {...head} />
      <body>
        <a class="skip" href="#main">
          Skip to content
        </a>
        <header class={front ? 'masthead front' : 'masthead'}>
          {front ? <h1 class="nameplate">{digest.site.title}</h1> : <Nameplate digest={digest} />}
          {front && <p class="tagline">{digest.site.tagline}</p>}
          <Navigation digest={digest} url={url} />
        </header>
        <main id="main">{children}</main>
        <Footer digest={digest} />
      </body>
    </html>
  )
}

const once = madeOnce<Digest>()

function Nameplate({ digest }: { digest: Digest }) {
  return (
    <p class="nameplate">
      <a href={digest.href('')}>{digest.site.title}</a>
    </p>
  )
}

function Navigation({ digest, url }: { digest: Digest; url: string }) {
  const sections = sectionsOf(digest).map(([path, name]) => {
    const href = digest.href(path)
    return { href, name, current: currency(url, href) }
  })
  const current = sections.map(({ current = 'no' }) => current).join()
  return once(digest, `navigation ${current}`, () => (
    <nav aria-label="Sections">
      <ul>
        {sections.map(({ href, name, current }) => (
          <li key={href}>
            <a href={href} aria-current={current}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  ))
}

function sectionsOf({ ledgers }: Digest) {
  return SECTIONS.filter(([path]) => path !== 'ledger/' || ledgers.length > 0)
}

/** "page" for the section's own page, "true" for pages below it. */
function currency(url: string, section: string): 'page' | 'true' | undefined {
  if (url === section) return 'page'
  return url.startsWith(section) ? 'true' : undefined
}

function Footer({ digest }: { digest: Digest }) {
  const { contact, repository, tagline, title } = digest.site
  return once(digest, 'footer', () => (
    <footer class="foot">
      <p>
        <strong>{title}</strong> {tagline}
      </p>
      <ul>
        <li>
          <a href={digest.href('about/')}>How this digest is made</a>
        </li>
        <li>
          <a href={digest.href('feeds/')}>Feeds</a>
        </li>
        <li>
          <a href={digest.href('editions/')}>Weekly editions</a>
        </li>
        <li>
          <a href={digest.href('sitemap.xml')}>Sitemap</a>
        </li>
        <li>
          <a href={digest.href('api/stories.json')}>Stories as JSON</a>
        </li>
        {(repository ?? contact) && (
          <li>
            <CorrectionLink digest={digest} />
          </li>
        )}
      </ul>
    </footer>
  ))
}
