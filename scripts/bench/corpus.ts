import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Account, accounts } from './events.ts'
import { write } from './files.ts'
import { language } from './language.ts'
import { inventOutlets } from './outlets.ts'
import { sourceOf } from './page.ts'
import { random } from './random.ts'
import { writeArticle, writeKnowledge, writeStory } from './ready.ts'
import { inventTopics, subjectsOf } from './topics.ts'

/** Where a corpus lies. */
export interface Corpus {
  articles: number
  stories: number
  /** Source texts. */
  sources: string
  /** Topics and publishers alone, for ingest to fill. */
  empty: string
  /** Everything that ingest and an editor would have made of the same texts, for the build. */
  content: string
  /** One text more than `sources` has. */
  extra: { name: string; text: string }
}

const SEED = 20_140_101
const TEASERS = 14
const PER_FOLDER = 1000

/** Writes a corpus of so many articles below a folder, the same on every machine. */
export function writeCorpus(folder: string, articles: number): Corpus {
  rmSync(folder, { recursive: true, force: true })
  const [sources, empty, content] = ['sources', 'empty', 'content'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  const source = random(SEED)
  const words = language(source)
  const topics = inventTopics(words, source)
  const subjects = subjectsOf(topics, words, source)
  const { outlets, agencies } = inventOutlets(words, source)
  for (const to of [empty, content]) writeKnowledge(to, { topics, outlets: [...outlets, ...agencies] })

  const headlines: string[] = ['Seven houseplants that forgive you', 'Town keeps its crooked clock tower']
  const opened = new Map<number, string>()
  let extra = { name: '', text: '' }
  let at = 0
  for (const account of accounts(
    articles + 1,
    { language: words, subjects, topics, outlets, agencies },
    source,
  )) {
    const teasers = Array.from({ length: source.between(6, TEASERS) }, () => source.pick(headlines))
    headlines[at % 500] = account.headline
    const { extension, text } = sourceOf(account, teasers, source)
    const name = `${String(Math.floor(at / PER_FOLDER)).padStart(3, '0')}/${String(at).padStart(6, '0')}.${extension}`
    if (at === articles) extra = { name: `last.${extension}`, text }
    else {
      write(join(sources, name), text)
      const id = idOf(account, at)
      const story = opened.get(account.event) ?? id
      if (!opened.has(account.event)) writeStory(content, story, account, source)
      opened.set(account.event, story)
      const sha256 = createHash('sha256').update(text).digest('hex')
      writeArticle(content, { id, story, account, source: { file: name, sha256 } })
    }
    at++
  }
  const [edited = ''] = opened.values()
  write(
    join(folder, 'edited.json'),
    JSON.stringify({ story: edited, path: join(content, `stories/${edited}.md`) }),
  )
  return { articles, stories: opened.size, sources, empty, content, extra }
}

function idOf({ headline, outlet }: Account, at: number): string {
  const slug = headline
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/-$/, '')
  return `${slug}-${outlet.id.slice(0, 12).replace(/-$/, '')}-${at}`
}
