import type { Digest } from '../../scripts/site/views.ts'
import { Page } from '../components/page.tsx'
import { StoryIndex } from '../components/story-index.tsx'

const LATEST = 5

export const data = { permalink: '404.html' }

export function render({ digest }: { digest: Digest }) {
  const latest = digest.stories.slice(0, LATEST)
  return (
    <Page
      digest={digest}
      title="Page not found"
      description="There is no page at this address."
      url={digest.href('404.html')}
      noindex
    >
      <div class="sheet">
        <header>
          <p class="eyebrow">404</p>
          <h1>Page not found</h1>
          <p class="standfirst">
            There is no page at this address. It may be mistyped, or the link that brought you here may be
            wrong.
          </p>
        </header>
        <div class="column text">
          <p>
            Begin at the <a href={digest.href('')}>front page</a>, look up a{' '}
            <a href={digest.href('topics/')}>topic</a>, <a href={digest.href('search/')}>search</a>, or find
            the story by its date in the <a href={digest.href('timeline/')}>timeline</a> or the{' '}
            <a href={digest.href('archive/')}>archive</a>.
          </p>
        </div>
      </div>
      {latest.length > 0 && (
        <section class="band" aria-labelledby="latest">
          <h2 id="latest">Latest stories</h2>
          <StoryIndex stories={latest} />
        </section>
      )}
    </Page>
  )
}
