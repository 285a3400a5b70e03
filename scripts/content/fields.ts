import { z } from 'zod'

export const LONGEST_ID = 120

/**
 * An id: also a file name and a part of a URL, so lower-case letters, digits and single hyphens, at most 120 long.
 * Names that Windows reserves for devices are refused, since the repository must check out there too.
 */
export const idSchema = z
  .string()
  .max(LONGEST_ID, `write an id of at most ${LONGEST_ID} characters`)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write an id of lower-case letters, digits and single hyphens')
  .refine(
    (id) => !/^(con|prn|aux|nul|com\d|lpt\d)$/.test(id),
    'choose another id: this one is a device name on Windows',
  )

/** A link that a page may carry: http or https, and nothing that a browser would run. */
export const linkSchema = z
  .string()
  .refine(isWebLink, 'write an address that begins with http:// or https://')

function isWebLink(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}

/** Drafts are checked like everything else but not published. */
export const statusSchema = z.enum(['published', 'draft']).default('published')

/** How much of an article may be printed: its body, its summary, or its headline alone. */
export const republishSchema = z.enum(['full', 'excerpt', 'link'])
export type Republish = z.infer<typeof republishSchema>
