import { z } from 'zod'
import { idSchema, linkSchema, textSchema } from './fields.ts'

const TOPIC_KINDS = ['country', 'person', 'organisation', 'place', 'topic', 'instrument', 'weapon'] as const

const inCompanySchema = z
  .strictObject({
    /** Ambiguous forms. */
    forms: z.array(z.string().min(1)).min(1),
    /** Ids of topics; once the text names one of them, the forms count although nothing else established the topic. */
    with: z.array(idSchema).default([]),
    /** Words that do the same for these forms. */
    words: z.array(z.string().min(1)).default([]),
  })
  .refine(
    ({ with: topics, words }) => topics.length + words.length > 0,
    'name company: topics under with, or words',
  )

const impliedBySchema = z.strictObject({
  /** Forms of which one must stand in the sentence. */
  forms: z.array(z.string().min(1)).min(1),
  /** Ids of topics that the same sentence must speak of, in any form of theirs, ambiguous ones included. */
  with: z.array(idSchema).min(1),
})

/** Front matter of `content/topics/<id>.md`: an entry of the tag registry. Its body is the description. */
export const topicSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(TOPIC_KINDS),
  /** Canonical form, itself matched. */
  name: textSchema,
  /** Further forms that name the topic wherever they stand. */
  aliases: z.array(textSchema).default([]),
  /** Forms that count only once another form has established the topic in the text. */
  ambiguous: z.array(z.string().min(1)).default([]),
  /** Ambiguous forms that other topics can vouch for: "the North" where South Korea is named. */
  in_company: z.array(inCompanySchema).default([]),
  /** Longer phrases inside which no form of this topic matches. */
  not_within: z.array(z.string().min(1)).default([]),
  /**
   * Others that bear one of its names: "Moscow, Idaho". As `not_within`, and until a further form names the topic, their
   * words mean them: "Moscow" is Idaho's for the rest of the text, or until Russia is spoken of.
   */
  namesakes: z.array(z.string().min(1)).default([]),
  /** Phrases that imply the topic in company, though none of its own forms stands in the text. */
  implied_by: z.array(impliedBySchema).default([]),
  /** Places and institutions inside it that have no topic of their own: naming one implies the topic, as a child would. */
  parts: z.array(z.string().min(1)).default([]),
  /** Institutions of a country under names that others use too: parts of it where the text speaks of it otherwise. */
  offices: z.array(z.string().min(1)).default([]),
  /** Forms of its own that another topic claims too, on purpose: both are meant. */
  shared: z.array(z.string().min(1)).default([]),
  /** The broader topic, which a match implies. */
  parent: idSchema.optional(),
  related: z.array(idSchema).default([]),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/, 'write a Wikidata item such as Q159')
    .optional(),
  url: linkSchema.optional(),
})

export type TopicFields = z.infer<typeof topicSchema>

/** A topic as it stands on disk. `body` is its description, in Markdown. */
export interface Topic extends TopicFields {
  body: string
  file: string
}
