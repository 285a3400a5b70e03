import { z } from 'zod'
import { dateFromSchema } from './article.ts'
import { isoDateSchema } from './date.ts'
import { idSchema, linkSchema, statusSchema, textSchema } from './fields.ts'

const referenceSchema = z.strictObject({
  title: textSchema,
  /** Says that `title` is the editor's description, because the page's own headline was not recorded. */
  titleIs: z.literal('description').optional(),
  publisher: z.string().optional(),
  url: linkSchema.optional(),
})

const correctionSchema = z.strictObject({ date: isoDateSchema, text: textSchema })

/** Front matter of `content/stories/<id>.md`: an event. What is absent is derived from the story's articles. */
export const storySchema = z.strictObject({
  id: idSchema,
  title: textSchema.optional(),
  date: isoDateSchema.optional(),
  dateFrom: dateFromSchema.optional(),
  topics: z.array(idSchema).optional(),
  summary: z.string().optional(),
  /** Id of the article whose headline and summary speak for the story. */
  lead: idSchema.optional(),
  references: z.array(referenceSchema).default([]),
  /** Id of the story that this one was merged into; its URL becomes a redirect. */
  mergedInto: idSchema.optional(),
  /** Id under which feeds know it, where it was first published as a story of that id that is now merged into it. */
  feedId: idSchema.optional(),
  status: statusSchema,
  pinned: z.boolean().default(false),
  corrections: z.array(correctionSchema).default([]),
})

type StoryFields = z.infer<typeof storySchema>
export type Reference = z.infer<typeof referenceSchema>
export type Correction = z.infer<typeof correctionSchema>

/** A story as it stands on disk. `body` is the editor's note, in Markdown. */
export interface Story extends StoryFields {
  body: string
  file: string
}
