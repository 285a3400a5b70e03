import { z } from 'zod'
import { isoDateSchema } from './date.ts'
import { idSchema, languageSchema, linkSchema, statusSchema, textSchema } from './fields.ts'
import type { Entry } from './kept-entry.ts'

/** How the date of an article or story is known. Kept also when there is no date, to say why there is none. */
export const dateFromSchema = z.strictObject({
  basis: z.enum(['stated', 'dateline', 'url', 'copy', 'editor']),
  /** The date as the page printed it, word for word. */
  claimed: z.string().optional(),
  confidence: z.enum(['high', 'low']),
  /** One sentence for readers. */
  why: z.string().optional(),
})

/** Front matter of `content/articles/<id>.md`: one publisher's account, cleaned. */
export const articleSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  titleFrom: z.enum(['page', 'copy', 'lead', 'editor']),
  date: isoDateSchema.optional(),
  dateFrom: dateFromSchema.optional(),
  publisher: z.string().optional(),
  agency: z.string().optional(),
  authors: z.array(z.string()).default([]),
  dateline: z.string().optional(),
  url: linkSchema.optional(),
  lang: languageSchema.optional(),
  topics: z.array(idSchema).default([]),
  summary: z.string().default(''),
  story: idSchema.optional(),
  source: z
    .strictObject({
      file: z.string(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/, 'write the 64 hexadecimal digits of the SHA-256'),
    })
    .optional(),
  removed: z.record(z.string(), z.int().positive()).default({}),
  status: statusSchema,
})

export type DateFrom = z.infer<typeof dateFromSchema>
type ArticleFields = z.infer<typeof articleSchema>

/** An article as it stands on disk. `body` is Markdown. */
export interface Article extends ArticleFields, Entry {
  /** Path relative to the content folder. */
  file: string
}
