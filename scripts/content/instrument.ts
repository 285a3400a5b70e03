import { z } from 'zod'
import { isoDateSchema } from './date.ts'
import { idSchema, linkSchema, statusSchema, textSchema } from './fields.ts'

/**
 * Front matter of `content/instruments/<id>.md`: a measure that a body took, such as a resolution or a round of
 * listings. Its body says what the measure does.
 */
export const instrumentSchema = z
  .strictObject({
    id: idSchema,
    name: textSchema,
    /** Day on which it was adopted or took effect. */
    date: isoDateSchema,
    /** What it is, as readers call it: `Security Council resolution`, `Price cap`. */
    kind: textSchema.optional(),
    /** Topics that issued it. */
    issuedBy: z.array(idSchema).default([]),
    /** Names of issuing bodies that are no topics. */
    issuedByOthers: z.array(textSchema).default([]),
    /** Whether it puts restrictions on its targets or lifts some, as a licence or a waiver does. */
    effect: z.enum(['restricts', 'eases']).default('restricts'),
    /** Topics whose own people, bodies or trade it names: not those that it was taken over, or who gain by the act. */
    targets: z.array(idSchema).default([]),
    /** Targets that are no topics, as readers call them. */
    targetsOthers: z.array(textSchema).default([]),
    /** The topic that stands for this very instrument. */
    topic: idSchema.optional(),
    /** Its official text. */
    url: linkSchema.optional(),
    /** What came of it, where that is recorded; what another body did by itself is an instrument of its own. */
    outcome: textSchema.optional(),
    stories: z.array(idSchema).default([]),
    status: statusSchema,
  })
  .refine(({ issuedBy, issuedByOthers }) => issuedBy.length + issuedByOthers.length > 0, {
    path: ['issuedBy'],
    message: 'name who issued it: topic ids here, or names of other bodies in issuedByOthers',
  })

type InstrumentFields = z.infer<typeof instrumentSchema>

/** An instrument as it stands on disk. `body` is what it does, in Markdown. */
export interface Instrument extends InstrumentFields {
  body: string
  file: string
}
