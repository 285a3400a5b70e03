import type { TopicRef } from '../../scripts/site/views.ts'

/** Kinds of topics as readers call them, in the order in which the index shows them. */
export const KIND_NAMES: Record<TopicRef['kind'], { one: string; many: string }> = {
  topic: { one: 'Subject', many: 'Subjects' },
  country: { one: 'Country', many: 'Countries' },
  person: { one: 'Person', many: 'People' },
  organisation: { one: 'Organisation', many: 'Organisations' },
  instrument: { one: 'Legal instrument', many: 'Legal instruments' },
  place: { one: 'Place', many: 'Places' },
  weapon: { one: 'Weapon', many: 'Weapons' },
}
