import { pagesOf } from '../../scripts/site/output/pages-of.ts'
import type { Digest, RedirectView } from '../../scripts/site/views.ts'
import { headlineSize } from '../components/headline-size.ts'
import { Page } from '../components/page.tsx'

export const data = pagesOf('digest.redirects', 'redirect')

/** Stands where a merged story stood, so that links to it go on working. */
export function render({ digest, redirect }: { digest: Digest; redirect: RedirectView }) {
  const { title, to, url } = redirect
  return (
    <Page
      digest={digest}
      title={title}
      description={`This story is now part of: ${to.title}`}
      url={url}
      canonical={digest.absolute(to.url)}
      redirect={to.url}
      noindex
    >
      <div class="sheet">
        <header>
          <p class="eyebrow">Merged story</p>
          <h1 class={headlineSize(title)}>{title}</h1>
          <p class="standfirst">
            This story is now part of another:{' '}
            <a href={to.url}>
              <bdi>{to.title}</bdi>
            </a>
          </p>
        </header>
      </div>
    </Page>
  )
}
