import type { Digest } from '../../scripts/site/views.ts'
import { Page } from '../components/page.tsx'
import { Raw } from '../components/raw.tsx'

export const data = { permalink: 'about/index.html' }

export function render({ digest }: { digest: Digest }) {
  const { about, site } = digest
  return (
    <Page
      digest={digest}
      title={about.title}
      description={`How ${site.title} is made: what is done to source texts, how copies are told from confirmations, and what its marks mean.`}
      url={digest.href('about/')}
    >
      <article class="sheet manual">
        <header>
          <h1>{about.title}</h1>
        </header>
        <Raw class="column text" html={about.html} />
      </article>
    </Page>
  )
}
