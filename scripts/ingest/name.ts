import { createHash } from 'node:crypto'
import slugify from '@sindresorhus/slugify'

const LONGEST = 70

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
  const slug = slugify(title.slice(0, 200), { decamelize: false })
    .replace(/[^a-z0-9-]/g, '')
    .replace(/-+/g, '-')
  const short =
    slug.length <= LONGEST ? slug : slug.slice(0, slug.lastIndexOf('-', LONGEST) >>> 0).slice(0, LONGEST)
  const stem = short.replace(/^-|-$/g, '') || 'article'
  const digest = createHash('sha256').update(`${file}\0${sha256}`).digest('hex')
  for (let digits = 6; ; digits += 6) {
    const id = `${stem}-${digest.slice(0, digits)}`
    if (!taken(id) || digits >= digest.length) return id
  }
}
