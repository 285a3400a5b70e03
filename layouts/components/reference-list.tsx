import type { Reference } from '../../scripts/content/story.ts'
import { ExternalLink } from './external-link.tsx'

/** Sources outside the digest that the editor names. */
export function ReferenceList({ references }: { references: Reference[] }) {
  return (
    <ol class="references">
      {references.map((reference) => (
        <li key={reference.url ?? reference.title}>
          {reference.url ? (
            <ExternalLink href={reference.url}>{reference.title}</ExternalLink>
          ) : (
            reference.title
          )}
          <p class="credit">
            {reference.publisher && <bdi>{reference.publisher}</bdi>}
            {reference.titleIs && <span>described in our words</span>}
          </p>
        </li>
      ))}
    </ol>
  )
}
