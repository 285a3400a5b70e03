import type { Digest, EditionView } from '../../scripts/site/views.ts'
import { storiesTold } from '../mail/mail-length.ts'
import { mailText } from '../mail/mail-text.ts'

export const data = {
  pagination: { data: 'digest.editions', size: 1, alias: 'edition' },
  permalink: ({ edition }: { edition: EditionView }) => edition.text.output,
}

export function render({ digest, edition }: { digest: Digest; edition: EditionView }): string {
  return mailText(digest, edition, storiesTold(digest, edition))
}
