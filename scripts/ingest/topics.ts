import { readTopics } from '../content/mentions.ts'
import type { Registry } from '../content/registry.ts'
import { withoutDateline } from './dateline.ts'
import type { Draft } from './draft.ts'
import { tagsOf } from './salience.ts'

/** What a text is about, most salient first. The dateline and the lines left out are no evidence. */
export function topics(draft: Draft, registry: Registry): Partial<Draft> {
  const paragraphs = withoutDateline(draft).map((block) => block.text)
  return { topics: tagsOf(readTopics(draft.title ?? '', paragraphs, registry), registry) }
}
