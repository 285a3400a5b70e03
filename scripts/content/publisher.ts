import { z } from 'zod'
import { idSchema, republishSchema, textSchema } from './fields.ts'
import { withoutInvisibles } from './space.ts'

/** One entry of `content/publishers.yaml`: an outlet, or an agency whose texts outlets carry. */
const publisherSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  /** Invented for this site's sample texts, and said to be so wherever it is named. */
  sample: z.boolean().default(false),
  /** Host names of its pages; subdomains belong to it too. */
  domains: z
    .array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'write a host name such as news.example'))
    .default([]),
  /** Other forms in which its name is printed. */
  aliases: z.array(textSchema).default([]),
  /** Whether it is a news agency, and the letters that stand for it in a dateline. */
  agency: z.boolean().default(false),
  abbreviation: z.string().min(1).optional(),
  /** How much of its texts may be printed; the site's own setting where absent. */
  republish: republishSchema.optional(),
  /** Corrections of how its pages are read: whole lines, or their beginnings followed by "…". */
  dropLines: z.array(z.string().min(1)).default([]),
  keepLines: z.array(z.string().min(1)).default([]),
  /** What its pages append to every headline. */
  titleSuffix: z.string().min(1).optional(),
})

export const publishersSchema = z.array(publisherSchema)
export type Publisher = z.infer<typeof publisherSchema>

/** What the forms in which one publisher's name is printed have in common: capitals, marks and a "the" aside. */
export const foldName = (name: string): string =>
  withoutInvisibles(name)
    .normalize('NFC')
    .toLowerCase()
    .replace(/^www\.|^the\s/, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim() || name.trim()
