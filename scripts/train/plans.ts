import { MARKUP_LOCAL, MARKUP_SECOND_AT } from '../ingest/body-model/dom-names.ts'
import {
  HEADLINE_AT,
  LOCAL_NAMES,
  MARKUP_AT,
  REACH,
  SECOND_AT,
  WIDTH,
} from '../ingest/body-model/features.ts'
import type { BoostOptions, Candidate } from './boost.ts'

/** Where the models' random choices begin. */
export const SEED = 20
const BODY: BoostOptions = {
  trees: 90,
  leaves: 16,
  rate: 0.1,
  columnShare: 0.15,
  rowShare: 0.5,
  minWeight: 8,
  ridge: 4,
  seed: SEED,
}
/** The columns each step may use, and how its trees are grown. */
export type Plan = Readonly<
  Record<Step, { readonly candidates: readonly Candidate[]; readonly options: BoostOptions }>
>
/** The steps of the model, in order. */
export type Step = 'headline' | 'first' | 'second'

function candidates(from: number, to: number, reach = 0): Candidate[] {
  const found: Candidate[] = []
  for (let distance = -reach; distance <= reach; distance++)
    for (let feature = from; feature < to; feature++) found.push({ feature, distance })
  return found
}

const LOCAL_AND_PLACE = [
  ...candidates(0, LOCAL_NAMES.length, REACH),
  ...candidates(LOCAL_NAMES.length, HEADLINE_AT),
]
const WITH_HEADLINE = [...LOCAL_AND_PLACE, ...candidates(HEADLINE_AT, SECOND_AT)]
const WITH_SCORES = [
  ...WITH_HEADLINE,
  ...candidates(SECOND_AT, SECOND_AT + 1, REACH),
  ...candidates(SECOND_AT + 1, MARKUP_AT),
]
const HEADLINE_TREES = { ...BODY, trees: 60, leaves: 8, minWeight: 2, columnShare: 0.25, rowShare: 1 }

export const TEXT_PLAN: Plan = {
  headline: { candidates: LOCAL_AND_PLACE, options: HEADLINE_TREES },
  first: { candidates: WITH_HEADLINE, options: BODY },
  second: { candidates: WITH_SCORES, options: { ...BODY, seed: SEED + 1 } },
}

const MARKUP = [
  ...candidates(MARKUP_AT, MARKUP_AT + MARKUP_LOCAL.length, 2),
  ...candidates(MARKUP_AT + MARKUP_LOCAL.length, MARKUP_AT + MARKUP_SECOND_AT),
]
const PAGE_BODY: BoostOptions = { ...BODY, trees: 150, leaves: 10, rate: 0.06, columnShare: 0.1, ridge: 8 }

export const PAGE_PLAN: Plan = {
  headline: { candidates: [...LOCAL_AND_PLACE, ...MARKUP], options: { ...HEADLINE_TREES, trees: 30 } },
  first: { candidates: [...WITH_HEADLINE, ...MARKUP], options: PAGE_BODY },
  second: {
    candidates: [...WITH_SCORES, ...MARKUP, ...candidates(MARKUP_AT + MARKUP_SECOND_AT, WIDTH)],
    options: { ...PAGE_BODY, seed: SEED + 1 },
  },
}
