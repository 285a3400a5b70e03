import slugify from '@sindresorhus/slugify'

const LONGEST = 70

/** A text as a slug of at most 70 characters, cut between words; empty where no letter has a Latin form. */
export function slugOf(text: string): string {
  const slug = slugify(text.slice(0, 200), { decamelize: false })
    .replace(/[^a-z0-9-]/g, '')
    .replace(/-+/g, '-')
  const short =
    slug.length <= LONGEST ? slug : slug.slice(0, slug.lastIndexOf('-', LONGEST) >>> 0).slice(0, LONGEST)
  return short.replace(/^-|-$/g, '')
}
