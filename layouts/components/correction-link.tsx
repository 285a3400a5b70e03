import { correctionRequest } from '../../scripts/site/correction-request.ts'
import type { Digest, StoryView } from '../../scripts/site/views.ts'
import { ExternalLink } from './external-link.tsx'

interface CorrectionProps {
  digest: Digest
  /** Absent where anything may be meant. */
  story?: StoryView
}

/** The way to ask for a correction; nothing where the site names none. */
export function CorrectionLink({ digest, story }: CorrectionProps) {
  const href = correctionRequest(
    digest.site,
    story && { title: story.title, address: digest.absolute(story.url) },
  )
  return href ? <ExternalLink href={href}>Report a mistake</ExternalLink> : null
}

/** The same in the rail of a story, the story filled in. */
export function StoryCorrection({ digest, story }: Required<CorrectionProps>) {
  const { contact, repository } = digest.site
  if (!contact && !repository) return null
  return (
    <section>
      <h2>Something wrong?</h2>
      <p class="hint">
        <CorrectionLink digest={digest} story={story} />
      </p>
    </section>
  )
}
