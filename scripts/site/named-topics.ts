import type { TopicRef } from './views.ts'

/** Names of topics as a phrase: `North Korea and Russia`, `North Korea, Russia and Sanctions`. */
export function namedTopics(topics: Pick<TopicRef, 'name'>[]): string {
  const names = topics.map(({ name }) => name)
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
