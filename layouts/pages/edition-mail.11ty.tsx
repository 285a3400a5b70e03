import { nothing, pagesOf } from '../../scripts/site/output/pages-of.ts'
import { MAIL_POLICY } from '../../scripts/site/policy.ts'
import type { Digest, EditionView } from '../../scripts/site/views.ts'
import { xmlText } from '../../scripts/site/xml.ts'
import { count } from '../components/count.ts'
import { weekDays, weekName } from '../components/week-name.ts'
import { MailBody } from '../mail/mail-body.tsx'
import { storiesTold } from '../mail/mail-length.ts'
import { MAIL_STYLE } from '../mail/mail-style.ts'

export const data = pagesOf<EditionView>('digest.editions', 'edition', {
  around: nothing,
  output: ({ mail }) => mail.output,
})

const NAMED_FIRST = 3
const LONGEST_PREHEADER = 200

/** An edition as it is sent: not the site's frame, and not for search engines, which have its page. */
export function render({ digest, edition }: { digest: Digest; edition: EditionView }) {
  const { site } = digest
  return (
    <html lang={site.language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={MAIL_POLICY} />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${site.title}: ${weekName(edition.week)}`}</title>
        <link rel="canonical" href={digest.absolute(edition.url)} />
      </head>
      <body style={MAIL_STYLE.body}>
        <div style={MAIL_STYLE.preheader}>{preheader(edition)}</div>
        <main>
          <MailBody
            digest={digest}
            edition={edition}
            told={storiesTold(digest, edition)}
            style={MAIL_STYLE}
          />
        </main>
      </body>
    </html>
  )
}

/** What the list of mails shows beside the subject. */
function preheader({ count: stories, sections, week }: EditionView): string {
  const first = sections.flatMap(({ stories }) => stories.map(({ title }) => title)).slice(0, NAMED_FIRST)
  const whole = `${weekDays(week)}, ${count(stories, 'story', 'stories')}: ${first.join('; ')}`
  return [...xmlText(whole)].slice(0, LONGEST_PREHEADER).join('')
}
