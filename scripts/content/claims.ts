import type { Problem } from './problem.ts'
import { foldName, type Publisher } from './publisher.ts'
import { foldForm } from './tokens.ts'
import type { Topic } from './topic.ts'

/** Forms that two topics claim, each problem naming both files, and forms that can never match. */
export function formsClaimedTwice(topics: Topic[]): Problem[] {
  return [...twiceInTopics(topics), ...partsThatAreTopics(topics), ...neverMatched(topics)]
}

/** Forms that name one topic and are listed as a part or an office of another: both would count wherever they stand. */
function partsThatAreTopics(topics: Topic[]): Problem[] {
  const owners = new Map<string, Topic>()
  for (const topic of topics)
    for (const form of [topic.name, ...topic.aliases]) owners.set(foldForm(form), topic)
  return topics.flatMap((topic) =>
    (['parts', 'offices'] as const).flatMap((field) =>
      topic[field].flatMap((value) => {
        const owner = owners.get(foldForm(value))
        if (!owner || owner === topic) return []
        const fix = `it names ${owner.file}; remove it here, and give that topic this one as its parent if it is a part of it`
        return [{ file: topic.file, field, value, fix }]
      }),
    ),
  )
}

/**
 * A form that names two topics. It is a mistake unless one of both says under `shared` that it is meant. Forms are
 * compared as they match: capitals, apostrophes and hyphens aside.
 */
function twiceInTopics(topics: Topic[]): Problem[] {
  const owners = new Map<string, Topic>()
  return topics.flatMap((topic) => {
    const problems: Problem[] = []
    const { file, name, aliases } = topic
    for (const [field, form] of [
      ['name', name] as const,
      ...aliases.map((alias) => ['aliases', alias] as const),
    ]) {
      const key = foldForm(form)
      const owner = owners.get(key)
      if (!owner) owners.set(key, topic)
      if (!owner || owner === topic || shares(owner, key) || shares(topic, key)) continue
      problems.push({
        file,
        field,
        value: form,
        fix: `${owner.file} claims it too; remove it from one, or list it under shared in one if both are meant`,
      })
    }
    return problems
  })
}

const shares = ({ shared }: Topic, key: string): boolean => shared.some((form) => foldForm(form) === key)

function neverMatched(topics: Topic[]): Problem[] {
  return topics.flatMap(({ file, name, aliases, not_within, namesakes }) => {
    const traps = new Set([...not_within, ...namesakes].map(foldForm))
    return [name, ...aliases]
      .filter((form) => traps.has(foldForm(form)))
      .map((value) => ({
        file,
        field: not_within.some((trap) => foldForm(trap) === foldForm(value)) ? 'not_within' : 'namesakes',
        value,
        fix: 'it is a form of this topic too, which so never matches; remove one of both',
      }))
  })
}

/**
 * Names and domains that two entries of `publishers.yaml` claim, each problem naming both. An id is a name too: an
 * article's publisher is found by any of them.
 */
export function publishersClaimedTwice(publishers: Publisher[]): Problem[] {
  const names = new Map<string, string>()
  const domains = new Map<string, string>()
  return publishers.flatMap(({ id, name, aliases, domains: hosts }, at) => {
    const entry = `entry ${at + 1} (${id})`
    const problems: Problem[] = []
    const claim = (owners: Map<string, string>, key: string, field: string, value: string) => {
      const owner = owners.get(key)
      if (owner === undefined) owners.set(key, entry)
      else if (owner !== entry)
        problems.push({
          file: 'publishers.yaml',
          field,
          value,
          fix: `${owner} and ${entry} both have it; change one`,
        })
    }
    claim(names, foldName(id), 'id', id)
    claim(names, foldName(name), 'name', name)
    for (const alias of aliases) claim(names, foldName(alias), 'aliases', alias)
    for (const host of hosts) claim(domains, host, 'domains', host)
    return problems
  })
}
