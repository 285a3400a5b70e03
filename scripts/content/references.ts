import type { Content } from './load.ts'
import { didYouMean, type Problem } from './problem.ts'

/** Names that point nowhere, chains that never end, and names claimed twice, across the whole content folder. */
export function checkReferences(content: Content): Problem[] {
  const topics = new Map(content.topics.map((topic) => [topic.id, topic]))
  const stories = new Map(content.stories.map((story) => [story.id, story]))
  const problems: Problem[] = []

  const known = (
    file: string,
    field: string,
    id: string | undefined,
    ids: { has(id: string): boolean; keys(): Iterable<string> },
    kind: string,
  ) => {
    if (id === undefined || ids.has(id)) return
    const meant = didYouMean(id, ids.keys())
    problems.push({
      file,
      field,
      value: id,
      fix: `there is no such ${kind}; ${meant ? `did you mean ${meant}?` : `write the id of one or add its file`}`,
    })
  }

  for (const { file, topics: tags, story } of content.articles) {
    for (const tag of tags) known(file, 'topics', tag, topics, 'topic')
    known(file, 'story', story, stories, 'story')
  }
  for (const { file, topics: tags, mergedInto } of content.stories) {
    for (const tag of tags ?? []) known(file, 'topics', tag, topics, 'topic')
    known(file, 'mergedInto', mergedInto, stories, 'story')
    if (mergedInto && stories.get(mergedInto)?.status === 'draft') {
      problems.push({
        file,
        field: 'mergedInto',
        value: mergedInto,
        fix: 'that story is a draft, so nothing would be printed; publish it first',
      })
    }
  }
  for (const { file, parent, related, implied_by } of content.topics) {
    known(file, 'parent', parent, topics, 'topic')
    for (const id of related) known(file, 'related', id, topics, 'topic')
    for (const { with: company } of implied_by)
      for (const id of company) known(file, 'implied_by', id, topics, 'topic')
  }
  for (const id of content.site?.leadTopics ?? []) known('site.yaml', 'leadTopics', id, topics, 'topic')

  problems.push(...endless(content.topics, 'parent', (topic) => topic.parent))
  problems.push(...endless(content.stories, 'mergedInto', (story) => story.mergedInto))
  problems.push(...claimedTwice(content))
  return problems
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

function claimedTwice({ topics, publishers }: Content): Problem[] {
  const problems: Problem[] = []
  const names = new Map<string, string>()
  for (const topic of topics) {
    const before = names.get(topic.name)
    if (before)
      problems.push({
        file: topic.file,
        field: 'name',
        value: topic.name,
        fix: `${before} has this name too; rename one`,
      })
    names.set(topic.name, topic.file)
  }
  const ids = new Set<string>()
  for (const { id } of publishers) {
    if (ids.has(id))
      problems.push({
        file: 'publishers.yaml',
        field: 'id',
        value: id,
        fix: 'two entries have this id; rename one',
      })
    ids.add(id)
  }
  return problems
}
