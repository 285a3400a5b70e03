import { renderToString } from 'preact-render-to-string'
import type { StorySections, ToldAccounts } from '../../scripts/site/views.ts'
import { AccountsDiffer } from './accounts-differ.tsx'
import { SideBySideSection } from './side-by-side.tsx'
import { WhatIsNewSection } from './what-is-new.tsx'
import { WhoSaysSo } from './who-says-so.tsx'

/** What a story's page tells of the texts of its accounts, as HTML: it may be made before the page, in a thread. */
export function toldAccounts({ sideBySide, differences, speakers, whatIsNew }: StorySections): ToldAccounts {
  return {
    html: renderToString(
      <>
        <SideBySideSection accounts={sideBySide} />
        <AccountsDiffer differences={differences} />
        <WhoSaysSo said={speakers} />
        <WhatIsNewSection news={whatIsNew} />
      </>,
    ),
    differ: differences.length > 0,
    speak: speakers.speakers.length + speakers.unprinted.length > 0,
  }
}
