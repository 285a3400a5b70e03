import { z } from 'zod'

/**
 * What `/api/stories.json` and its further pages hold. These are promises to programs that others wrote: a field may be
 * added, but none is removed, renamed or given another meaning.
 */

const day = z.iso.date()
const address = z.url({ protocol: /^https?$/ })

const dateFrom = z
  .object({
    basis: z.enum(['stated', 'dateline', 'url', 'copy', 'editor']),
    confidence: z.enum(['high', 'low']).describe('`low`: the date is in doubt, and `why` says so.'),
    claimed: z.string().nullable().describe('The date as the page printed it, word for word.'),
    why: z.string().nullable().describe('One sentence for readers.'),
  })
  .describe('How a date is known, or why there is none.')

const account = z.object({
  id: z.string().describe('Permanent.'),
  title: z.string(),
  page: address.describe('Its page in the digest.'),
  url: address.nullable().describe('The original.'),
  publisher: z.string().nullable(),
  agency: z.string().nullable().describe('The news agency that the text names as its author.'),
  authors: z.array(z.string()),
  date: day.nullable(),
  dateFrom: dateFrom.nullable(),
  language: z.string(),
  copyOf: z
    .string()
    .nullable()
    .describe('Id of the account whose text this one is, told by the texts; null: an account of its own.'),
  sample: z.boolean().describe('Invented, to show how the digest works.'),
})

const story = z.object({
  id: z.string().describe('Permanent, whatever becomes of the title and the address.'),
  url: address,
  title: z.string(),
  date: day.nullable().describe('Day of the event.'),
  dateFrom: dateFrom.nullable(),
  topics: z
    .array(z.object({ id: z.string(), name: z.string(), url: address }))
    .describe('The most salient first.'),
  summary: z.string().describe('Empty where the publisher’s rights allow none.'),
  basis: z
    .object({
      articles: z.int().min(0),
      accounts: z.int().min(0).describe('Independent ones: a copy is none.'),
      originators: z.array(z.string()).describe('Who wrote the accounts, by name.'),
      references: z.int().min(0),
    })
    .describe('What the story rests on.'),
  accounts: z.array(account).describe('Each independent account, followed by its copies.'),
  references: z.array(
    z.object({
      title: z.string(),
      titleIs: z
        .literal('description')
        .nullable()
        .describe('The title is the editor’s description; the page’s own was not recorded.'),
      publisher: z.string().nullable(),
      url: address.nullable(),
    }),
  ),
  corrections: z.array(z.object({ date: day, text: z.string() })),
})

export const storyListSchema = z.object({
  $schema: address,
  title: z.string().describe('Name of the digest.'),
  home: address,
  language: z.string(),
  authority: z
    .string()
    .describe(
      'Prefix of the tag URIs that feeds use: followed by `stories/` and an id, it is an entry’s id.',
    ),
  total: z.int().min(0).describe('Stories on all pages.'),
  prev: address.nullable().describe('The page with newer stories.'),
  next: address.nullable().describe('The page with older stories.'),
  stories: z.array(story).describe('Newest first, undated ones last.'),
})

export type ApiStory = z.infer<typeof story>
export type ApiAccount = z.infer<typeof account>
export type ApiDateFrom = z.infer<typeof dateFrom>
export type StoryList = z.infer<typeof storyListSchema>
