import type { PublisherRef } from '../../scripts/site/views.ts'
import { Mark } from './mark.tsx'

/** Publisher, linked to its entry where it has one, and marked if it was invented. */
export function PublisherName({ publisher, marked = true }: { publisher: PublisherRef; marked?: boolean }) {
  return (
    <>
      {publisher.url ? (
        <a href={publisher.url}>
          <bdi>{publisher.name}</bdi>
        </a>
      ) : (
        <bdi>{publisher.name}</bdi>
      )}
      {marked && publisher.sample && (
        <>
          {' '}
          <Mark>Sample</Mark>
        </>
      )}
    </>
  )
}
