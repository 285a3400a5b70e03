import { correctionRequest } from '../../scripts/site/correction-request.ts'
import type { Digest, StoryView } from '../../scripts/site/views.ts'
import { ExternalLink } from './external-link.tsx'

/** The way to ask for a correction, of one story or of anything; nothing where the site names none. */
export function CorrectionLink({ digest, story }: { digest: Digest; story?: StoryView }) {
  const subject = story && { title: story.title, address: digest.absolute(story.url) }
  const href = correctionRequest(digest.site, subject)
  if (!href) return null
  if (!story) return <ExternalLink href={href}>Report a mistake</ExternalLink>
  return (
    <p class="hint">
      <ExternalLink href={href}>Report a mistake in this story</ExternalLink>
    </p>
  )
}
