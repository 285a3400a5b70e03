import type { SpeakerKind } from '../../scripts/site/attribution/statement.ts'
import { count } from './count.ts'

const NAMES: Record<SpeakerKind, [one: string, many: string]> = {
  'named-official': ['named official', 'named officials'],
  'unnamed-official': ['unnamed official source', 'unnamed official sources'],
  document: ['document', 'documents'],
  'state-media': ['state media outlet', 'state media outlets'],
  eyewitness: ['eyewitness', 'eyewitnesses'],
  organisation: ['organisation', 'organisations'],
  person: ['other named person', 'other named people'],
  'unnamed-person': ['other unnamed source', 'other unnamed sources'],
}

/** "2 named officials". */
export function countedKind(kind: SpeakerKind, number: number): string {
  return count(number, ...NAMES[kind])
}

/** Heading over speakers of a kind: "Named officials". */
export function kindHeading(kind: SpeakerKind): string {
  const name = NAMES[kind][1]
  return name.charAt(0).toUpperCase() + name.slice(1)
}
