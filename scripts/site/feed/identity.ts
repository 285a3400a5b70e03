import { hashText } from '../../content/hash.ts'
import type { Site } from '../../content/site.ts'
import type { StoryView } from '../views.ts'

const MINUTE = 60_000

/**
 * A tag URI (RFC 4151) of the site's permanent authority. Neither a new headline nor a new address changes one, so
 * neither makes an entry new.
 */
export const tagUri = ({ authority }: Site, name: string): string =>
  `tag:${authority.domain},${authority.date}:${name}`

/**
 * When an entry last changed in a way that readers should notice, as RFC 3339. Days have no time, so many stories would
 * be updated at the very same moment, of which validators warn: each has milliseconds of its own, made of its id.
 */
export function updatedAt(story: StoryView): string {
  return new Date(Date.parse(story.updated) + momentWithin(story)).toISOString()
}

/** Milliseconds that tell an entry from others that were updated in the same minute. */
export const momentWithin = ({ feedId }: StoryView): number => hashText(feedId) % MINUTE
