import { createHash } from 'node:crypto'
import { slugOf } from '../content/slug.ts'

/**
 * Id of a new article: its title as a slug, and six hexadecimal digits of where the text came from, so that two
 * articles of one title differ whichever comes first.
 */
export function nameArticle(
  title: string,
  file: string,
  sha256: string,
  taken: (id: string) => boolean,
): string {
  const stem = slugOf(title) || 'article'
  const digest = createHash('sha256').update(`${file}\0${sha256}`).digest('hex')
  for (let digits = 6; ; digits += 6) {
    const id = `${stem}-${digest.slice(0, digits)}`
    if (!taken(id) || digits >= digest.length) return id
  }
}
