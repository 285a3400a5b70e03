import { z } from 'zod'
import { leadsTo } from './address.ts'
import { isoDateSchema } from './date.ts'
import { idSchema, LONGEST_ID, languageSchema, linkSchema, republishSchema, textSchema } from './fields.ts'

/** A set's ids make one folder name, for which file systems have 255 bytes; the longest pair always fits. */
const LONGEST_SET = 2 * LONGEST_ID + 1

const isFolderName = (ids: string[]): boolean => ids.join('+').length <= LONGEST_SET

/** `content/site.yaml`: what the digest is called and where it lives. */
export const siteSchema = z.strictObject({
  title: textSchema,
  /** One line under the title. */
  tagline: textSchema,
  description: textSchema,
  /** Where the site is published; `--url` takes precedence. */
  url: linkSchema,
  /**
   * Domain and day of the feed ids' tag URIs (RFC 4151). They must never change, also when `url` does: a feed reader
   * takes an entry with another id for a new one.
   */
  authority: z.strictObject({ domain: z.string().min(1), date: isoDateSchema }),
  language: languageSchema.default('en'),
  author: textSchema,
  /** Topics that lead the front page, at most a handful. */
  leadTopics: z.array(idSchema).default([]),
  /**
   * Sets of topics, beside the pairs, whose common stories have a page once there is one: the subject's heart. Each
   * names two or more topics.
   */
  intersections: z
    .array(
      z
        .array(idSchema)
        .min(2, 'name two topics or more')
        .refine(namesEachOnce, 'name each topic once')
        .refine(isFolderName, `name fewer: joined by +, the ids must not pass ${LONGEST_SET} characters`),
    )
    .default([]),
  /** What the page of `content/instruments` is called, and its introduction in Markdown. */
  ledger: z.strictObject({ title: textSchema, intro: textSchema.optional() }).optional(),
  /** What may be printed of an article when its publisher's entry says nothing. */
  republish: republishSchema.default('excerpt'),
  /** What feeds say of the rights in what they carry. */
  rights: textSchema.optional(),
  /** Where readers report mistakes. */
  contact: z
    .string()
    .refine(
      (text) => leadsTo(text) !== undefined,
      'write an address that begins with https://, http:// or mailto:',
    )
    .optional(),
  /** The digest's repository: with it, every story links to the issue form for corrections. */
  repository: z
    .string()
    .regex(/^https:\/\/github\.com\/[\w-]+\/[\w.-]+$/, 'write https://github.com/OWNER/REPO')
    .optional(),
  /** What is shown where a link to the digest is shared: a PNG file below `content/`, 1200 by 630 pixels. */
  picture: z
    .strictObject({
      file: z.string().regex(/^[\w-]+(\/[\w-]+)*\.png$/, 'name a .png file, such as picture.png'),
      /** What is to be seen, for those who do not see it. */
      alt: z.string().min(1),
    })
    .optional(),
})

function namesEachOnce(ids: string[]): boolean {
  return new Set(ids).size === ids.length
}

export type Site = z.infer<typeof siteSchema>
