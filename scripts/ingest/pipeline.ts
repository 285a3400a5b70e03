import type { Publisher } from '../content/publisher.ts'
import type { Registry } from '../content/registry.ts'
import { address } from './address.ts'
import { agency } from './agency.ts'
import { blocks } from './blocks.ts'
import { body } from './body.ts'
import { byline } from './byline.ts'
import { dateline } from './dateline.ts'
import { decode } from './decode.ts'
import { doubt } from './doubt.ts'
import type { Draft } from './draft.ts'
import { headline } from './headline.ts'
import { houseStyle } from './house-style.ts'
import { language } from './language.ts'
import { printedDate } from './printed-date.ts'
import { publisher } from './publisher.ts'
import type { RepeatedLines } from './repeated-lines.ts'
import { summary } from './summary.ts'
import { topics } from './topics.ts'

/** What the steps may know besides the text itself. */
export interface Knowledge {
  registry: Registry
  publishers: Publisher[]
  /** What the publishers' other texts print; empty on a first look. */
  repeated: RepeatedLines
}

type Step = (draft: Draft, knowledge: Knowledge) => Partial<Draft>

/** The way of one text, in order. What concerns several texts, copies and stories, follows in `corpus.ts`. */
export const STEPS: [name: string, step: Step][] = [
  ['decode', decode],
  ['blocks', blocks],
  ['body', body],
  ['headline', headline],
  ['byline', byline],
  ['address', address],
  ['publisher', (draft, { publishers }) => publisher(draft, publishers)],
  ['house-style', (draft, { publishers, repeated }) => houseStyle(draft, publishers, repeated)],
  // Behind all steps that put lines into the body or take them out, since it tells which block it stands in.
  ['dateline', dateline],
  ['agency', (draft, { publishers }) => agency(draft, publishers)],
  ['language', language],
  ['printed-date', printedDate],
  ['doubt', doubt],
  ['topics', (draft, { registry }) => topics(draft, registry)],
  ['summary', summary],
]

/** Takes a text through the steps, up to and including the one named; all of them where none is. */
export function clean(draft: Draft, knowledge: Knowledge, last?: string): Draft {
  let result = draft
  for (const [name, step] of STEPS) {
    result = { ...result, ...step(result, knowledge) }
    if (name === last) break
  }
  return result
}
