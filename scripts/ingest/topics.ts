import { byCodePoint } from '../content/order.ts'
import { findMentions, impliedTopics, type Registry } from '../content/registry.ts'
import { sentences } from '../content/sentences.ts'
import { withoutDateline } from './dateline.ts'
import type { Draft } from './draft.ts'

const HEADLINE = 4
const LEAD = 3
const IMPLIED = 0.5

/** Topics of a text, most salient first. The dateline and the lines left out are no evidence. */
export function topics(draft: Draft, registry: Registry): Partial<Draft> {
  const paragraphs = withoutDateline(draft).map((block) => block.text)
  return { topics: topicsOf(draft.title, paragraphs, registry) }
}

/**
 * Topics of a headline and its paragraphs, most salient first.
 *
 * A topic counts once an unmistakable form of it has stood in the text; from then on its ambiguous forms count as
 * well. Salience: 4 for the headline, 3 for the first paragraph, 1 for the text up to there, and the square root of
 * the number of mentions. Parents and implied topics come last, unless the text names them itself.
 */
function topicsOf(title: string | undefined, paragraphs: string[], registry: Registry): string[] {
  const scores = new Map<string, number>()
  const counts = new Map<string, number>()
  const add = (topic: string, score: number) => scores.set(topic, (scores.get(topic) ?? 0) + score)
  for (const [at, text] of [title ?? '', ...paragraphs].entries()) {
    const here = new Set<string>()
    for (const { topic, certain } of findMentions(text, registry)) {
      if (!certain && !counts.has(topic)) continue
      counts.set(topic, (counts.get(topic) ?? 0) + 1)
      here.add(topic)
    }
    for (const topic of here) add(topic, at === 0 ? HEADLINE : at === 1 ? LEAD : 1 / at)
  }
  for (const [topic, count] of counts) add(topic, Math.sqrt(count))
  for (const sentence of paragraphs.flatMap(sentences)) {
    for (const topic of impliedTopics(sentence, registry)) if (!scores.has(topic)) scores.set(topic, IMPLIED)
  }
  for (const topic of [...scores.keys()]) {
    for (
      let parent = registry.topics.get(topic)?.parent;
      parent && !scores.has(parent);
      parent = registry.topics.get(parent)?.parent
    ) {
      scores.set(parent, IMPLIED / 2)
    }
  }
  return [...scores].sort(([a, x], [b, y]) => y - x || byCodePoint(a, b)).map(([topic]) => topic)
}
