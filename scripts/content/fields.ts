import { z } from 'zod'
import { leadsTo } from './address.ts'
import { isSeen } from './printable.ts'

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

/** A text that readers are to see. */
export const textSchema = z.string().refine(isSeen, 'write a text of which something can be seen')

/** What a text is written in (BCP 47). */
export const languageSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'write a language tag such as en or pt-BR')

/** A page of the web that a page of the site may link to: nothing that a browser would run. */
export const linkSchema = z
  .string()
  .refine(
    (text) => leadsTo(text) === 'web',
    'write an address that begins with http:// or https://, without spaces, backslashes or a user name',
  )

/** Drafts are checked like everything else but not published. */
export const statusSchema = z.enum(['published', 'draft']).default('published')

/** How much of an article may be printed: its body, its summary, or its headline alone. */
export const republishSchema = z.enum(['full', 'excerpt', 'link'])
export type Republish = z.infer<typeof republishSchema>
