import type { Topic } from './topic.ts'

/** Where a text speaks of a topic. `start` and `end` count UTF-16 units of the text as it was given. */
export interface Mention {
  topic: string
  start: number
  end: number
  /** Whether the form names the topic by itself; an ambiguous one counts only in company. */
  certain: boolean
}

interface Token {
  /** Lower case, for the trie. */
  key: string
  /** As printed, for forms that insist on capitals. */
  printed: string
  start: number
  end: number
}

interface Form {
  topic: string
  words: string[]
  use: 'certain' | 'ambiguous' | 'trap' | 'implies'
}

interface Branch {
  next: Map<string, Branch>
  forms: Form[]
}

/** The tag registry made ready for matching. */
export interface Registry {
  topics: Map<string, Topic>
  root: Branch
}

/** Compiles the topics' forms into one trie over words, so that a text is matched in one pass however many they are. */
export function compileRegistry(topics: Topic[]): Registry {
  const root: Branch = { next: new Map(), forms: [] }
  const add = (text: string, topic: string, use: Form['use']) => {
    const words = tokenize(text).map((token) => token.printed)
    let branch = root
    for (const word of words) {
      const key = word.toLowerCase()
      const next: Branch = branch.next.get(key) ?? { next: new Map(), forms: [] }
      branch.next.set(key, next)
      branch = next
    }
    if (words.length > 0) branch.forms.push({ topic, words, use })
  }
  for (const { id, name, aliases, ambiguous, not_within, implied_by } of topics) {
    for (const form of new Set([name, ...aliases])) add(form, id, 'certain')
    for (const form of ambiguous) add(form, id, 'ambiguous')
    for (const form of not_within) add(form, id, 'trap')
    for (const { forms } of implied_by) for (const form of forms) add(form, id, 'implies')
  }
  return { topics: new Map(topics.map((topic) => [topic.id, topic])), root }
}

/** A text's words and lone marks. Apostrophes are made alike, hyphens inside compounds dropped: `Kim Jong-un`. */
function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu)) {
    const start = match.index
    const end = start + match[0].length
    const printed = match[0].replace(/[’ʼ‘`]/, "'")
    const compound =
      /[-‐‑]/.test(printed) &&
      /[\p{L}\p{N}]/u.test(text[start - 1] ?? '') &&
      /[\p{L}\p{N}]/u.test(text[end] ?? '')
    if (!compound) tokens.push({ key: printed.toLowerCase(), printed, start, end })
  }
  return tokens
}

/**
 * Every mention of every topic in a text, in order.
 *
 * Of one topic the longest form wins; a form inside another topic's longer form counts where it is certain ("North
 * Korean troops" speaks of North Korea too) and not where it is ambiguous ("Kim" in "Kim Yo Jong"). No form counts
 * inside a `not_within` phrase of its topic.
 */
export function findMentions(text: string, registry: Registry): Mention[] {
  const { certain, ambiguous } = findForms(text, registry)
  const covering = [...certain, ...ambiguous]
  return [
    ...certain,
    ...ambiguous.filter(
      (one) => !covering.some((other) => other.topic !== one.topic && contains(other, one)),
    ),
  ].sort((a, b) => a.start - b.start || b.end - a.end || (a.topic < b.topic ? -1 : 1))
}

/** Topics that a sentence implies: one of their phrases stands in it, and every topic that must keep it company. */
export function impliedTopics(sentence: string, registry: Registry): string[] {
  const { certain, ambiguous, implying } = findForms(sentence, registry)
  const present = new Set([...certain, ...ambiguous].map((mention) => mention.topic))
  return implying.flatMap(({ topic, start, end }) => {
    const phrase = fold(sentence.slice(start, end))
    const rules = registry.topics.get(topic)?.implied_by ?? []
    const met = rules.some(
      (rule) => rule.forms.some((form) => fold(form) === phrase) && rule.with.every((id) => present.has(id)),
    )
    return met ? [topic] : []
  })
}

const fold = (text: string): string =>
  tokenize(text)
    .map((token) => token.key)
    .join(' ')

interface Found {
  certain: Mention[]
  ambiguous: Mention[]
  implying: Mention[]
}

function findForms(text: string, { root }: Registry): Found {
  const tokens = tokenize(text)
  const found: Record<Form['use'], Mention[]> = { certain: [], ambiguous: [], trap: [], implies: [] }
  for (let from = 0; from < tokens.length; from++) {
    let branch: Branch | undefined = root
    for (let at = from; branch && at < tokens.length; at++) {
      branch = branch.next.get((tokens[at] as Token).key)
      for (const form of branch?.forms ?? []) {
        if (form.use !== 'trap' && form.use !== 'implies' && !wearsItsCapitals(form.words, tokens, from))
          continue
        const mention = {
          topic: form.topic,
          start: (tokens[from] as Token).start,
          end: (tokens[at] as Token).end,
          certain: form.use === 'certain',
        }
        found[form.use].push(mention)
      }
    }
  }
  const free = (mention: Mention) =>
    !found.trap.some((trap) => trap.topic === mention.topic && contains(trap, mention))
  const certain = longest(found.certain.filter(free))
  const ambiguous = longest(found.ambiguous.filter(free)).filter(
    (one) => !certain.some((other) => other.topic === one.topic && overlaps(other, one)),
  )
  return { certain, ambiguous, implying: found.implies }
}

/** Capitals in a form are insisted on: `US` is not `us`, `Treasury` not `treasury`; small letters may be capitals. */
function wearsItsCapitals(words: string[], tokens: Token[], from: number): boolean {
  return words.every((word, at) => {
    const printed = tokens[from + at]?.printed ?? ''
    if (word.length > 1 && word === word.toUpperCase()) return printed === word
    const first = [...word][0] ?? ''
    return first === first.toLowerCase() || [...printed][0] === first
  })
}

/** Of mentions of one topic that overlap, the longest; of equally long ones the first. */
function longest(mentions: Mention[]): Mention[] {
  const last = new Map<string, Mention[]>()
  for (const mention of mentions) {
    const kept = last.get(mention.topic) ?? []
    const before = kept.at(-1)
    if (!before || !overlaps(before, mention)) kept.push(mention)
    else if (mention.end - mention.start > before.end - before.start) kept[kept.length - 1] = mention
    last.set(mention.topic, kept)
  }
  return [...last.values()].flat()
}

const contains = (outer: Mention, inner: Mention): boolean =>
  outer.start <= inner.start && inner.end <= outer.end
const overlaps = (a: Mention, b: Mention): boolean => a.start < b.end && b.start < a.end
