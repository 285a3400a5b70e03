import { nothing, pagesOf } from '../../scripts/site/output/pages-of.ts'
import type { Digest, EditionView } from '../../scripts/site/views.ts'
import { storiesTold } from '../mail/mail-length.ts'
import { mailText } from '../mail/mail-text.ts'

export const data = pagesOf<EditionView>('digest.editions', 'edition', {
  around: nothing,
  output: ({ text }) => text.output,
})

export function render({ digest, edition }: { digest: Digest; edition: EditionView }): string {
  return mailText(digest, edition, storiesTold(digest, edition))
}
