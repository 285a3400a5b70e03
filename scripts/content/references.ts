import { formsClaimedTwice, publishersClaimedTwice } from './claims.ts'
import type { Content } from './load.ts'
import { didYouMean, type Problem } from './problem.ts'
import type { Story } from './story.ts'
import type { Topic } from './topic.ts'

/** Names that point nowhere, chains that never end, and names claimed twice, across the whole content folder. */
export function checkReferences(content: Content): Problem[] {
  const topics = new Map(content.topics.map((topic) => [topic.id, topic]))
  const stories = new Map(content.stories.map((story) => [story.id, story]))
  const problems: Problem[] = []
  for (const { file, topics: tags, story } of content.articles) {
    for (const tag of tags) problems.push(...unknown(file, 'topics', tag, topics, 'topic'))
    problems.push(...unknown(file, 'story', story, stories, 'story'))
  }
  for (const { file, topics: tags, mergedInto } of content.stories) {
    for (const tag of tags ?? []) problems.push(...unknown(file, 'topics', tag, topics, 'topic'))
    problems.push(...unknown(file, 'mergedInto', mergedInto, stories, 'story'))
    if (mergedInto && stories.get(mergedInto)?.status === 'draft') {
      problems.push({
        file,
        field: 'mergedInto',
        value: mergedInto,
        fix: 'that story is a draft, so nothing would be printed; publish it first',
      })
    }
  }
  for (const { file, issuedBy, targets, topic, stories: told } of content.instruments) {
    for (const id of issuedBy) problems.push(...unknown(file, 'issuedBy', id, topics, 'topic'))
    for (const id of targets) problems.push(...unknown(file, 'targets', id, topics, 'topic'))
    problems.push(...unknown(file, 'topic', topic, topics, 'topic'))
    for (const id of told) problems.push(...unknown(file, 'stories', id, stories, 'story'))
  }
  for (const id of content.site?.leadTopics ?? [])
    problems.push(...unknown('site.yaml', 'leadTopics', id, topics, 'topic'))
  for (const id of content.site?.intersections?.flat() ?? [])
    problems.push(...unknown('site.yaml', 'intersections', id, topics, 'topic'))
  problems.push(...feedIdsInUse(content.stories))
  problems.push(...checkRegistry(content.topics))
  problems.push(...endless(content.stories, 'mergedInto', (story) => story.mergedInto))
  problems.push(...publishersClaimedTwice(content.publishers))
  return problems
}

/** A story that goes on in feeds as another, while that one stands by itself or a third goes on as it too. */
function feedIdsInUse(stories: Story[]): Problem[] {
  const byId = new Map(stories.map((story) => [story.id, story]))
  const heirs = new Map<string, Story>()
  return stories.flatMap((story) => {
    const { id, feedId, file } = story
    if (feedId === undefined || feedId === id) return []
    const heir = heirs.get(feedId)
    heirs.set(feedId, heir ?? story)
    const problem = { file, field: 'feedId', value: feedId }
    if (heir) return [{ ...problem, fix: `${heir.file} has it too; remove it from one` }]
    const former = byId.get(feedId)
    return former && !former.mergedInto
      ? [{ ...problem, fix: `${former.file} is a story of its own; write mergedInto: ${id} there` }]
      : []
  })
}

/** What is wrong with the topics among themselves: matching texts against them would tag articles wrongly. */
export function checkRegistry(topics: Topic[]): Problem[] {
  const ids = new Map(topics.map((topic) => [topic.id, topic]))
  return [
    ...topics.flatMap(({ file, parent, related, implied_by, in_company }) => [
      ...unknown(file, 'parent', parent, ids, 'topic'),
      ...related.flatMap((id) => unknown(file, 'related', id, ids, 'topic')),
      ...implied_by
        .flatMap((rule) => rule.with)
        .flatMap((id) => unknown(file, 'implied_by', id, ids, 'topic')),
      ...in_company
        .flatMap((rule) => rule.with)
        .flatMap((id) => unknown(file, 'in_company', id, ids, 'topic')),
    ]),
    ...endless(topics, 'parent', (topic) => topic.parent),
    ...formsClaimedTwice(topics),
  ]
}

function unknown(
  file: string,
  field: string,
  id: string | undefined,
  ids: { has(id: string): boolean; keys(): Iterable<string> },
  kind: string,
): Problem[] {
  if (id === undefined || ids.has(id)) return []
  const meant = didYouMean(id, ids.keys())
  const fix = `there is no such ${kind}; ${meant ? `did you mean ${meant}?` : `write the id of one or add its file`}`
  return [{ file, field, value: id, fix }]
}

/** Chains that come back to where they began; each is reported once, with the files it runs through. */
function endless<T extends { id: string; file: string }>(
  entries: T[],
  field: string,
  next: (entry: T) => string | undefined,
): Problem[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const settled = new Set<string>()
  const problems: Problem[] = []
  for (const start of entries) {
    const chain: T[] = []
    const on = new Set<string>()
    let at: T | undefined = start
    while (at && !settled.has(at.id) && !on.has(at.id)) {
      chain.push(at)
      on.add(at.id)
      at = byId.get(next(at) ?? '')
    }
    if (at && on.has(at.id)) {
      const loop = chain.slice(chain.indexOf(at))
      const value = [...loop, at].map((entry) => entry.file).join(' -> ')
      problems.push({ file: at.file, field, value, fix: 'this chain comes back to itself; remove one link' })
    }
    for (const entry of chain) settled.add(entry.id)
  }
  return problems
}
