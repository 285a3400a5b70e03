import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeCorpus } from '../../scripts/bench/corpus.ts'
import { ingest } from '../../scripts/ingest/run.ts'
import { interrupt } from '../faults.ts'
import { scratchFolder, textsBelow } from '../scratch.ts'

const corpus = writeCorpus(join(scratchFolder(), 'corpus'), 12)
/** Operations on files at the end of a run, from the last articles on. */
const LAST = 6

const textsIn = (sources: string): string[] =>
  readdirSync(sources, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
/** What a text speaks of again and again. */
const WORD = (() => {
  const [first = ''] = textsIn(corpus.sources)
  const words: string[] = readFileSync(first, 'utf8').match(/\b[a-z]{7,}\b/g) ?? []
  return words.find((word, at) => words.indexOf(word, at + 1) > 0) ?? ''
})()

/** What somebody does to the content folder, or to the sources, while a run foresees the next. */
const CHANGES: Record<string, (content: string, sources: string) => void> = {
  'an article deleted': (content) => {
    const [first = ''] = readdirSync(join(content, 'articles'))
    rmSync(join(content, 'articles', first), { force: true })
  },
  'an article edited': (content) => {
    const [first] = readdirSync(join(content, 'articles'))
    if (first) appendFileSync(join(content, 'articles', first), '\nAn editor adds this.\n')
  },
  'a story deleted': (content) => rmSync(join(content, 'stories'), { recursive: true, force: true }),
  'a topic made': (content) =>
    writeFileSync(join(content, 'topics/late.md'), `---\nid: late\nkind: topic\nname: ${WORD}\n---\n`),
  'a text deleted': (_, sources) => rmSync(textsIn(sources)[0] ?? ''),
  'a text made': (_, sources) => writeFileSync(join(sources, corpus.extra.name), corpus.extra.text),
}

const RUNS = ['the first run', 'a run after another']

describe.each(
  RUNS.flatMap((run) => Object.entries(CHANGES).map(([what, change]) => [what, run, change] as const)),
)('%s while %s foresees what the next will say', (_, which, change) => {
  /** A run that cleans all texts, with a cache, in which `midway` is called in the middle of each operation. */
  function runOf(midway: (at: number, content: string, sources: string) => void) {
    const folder = scratchFolder()
    const [content, sources, cache] = ['content', 'sources', 'cache'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    cpSync(corpus.empty, content, { recursive: true })
    cpSync(corpus.sources, sources, { recursive: true })
    if (which !== RUNS[0]) {
      const late = textsIn(sources).at(-1) ?? ''
      const text = readFileSync(late)
      rmSync(late)
      ingest({ content, sources })
      writeFileSync(late, text)
    }
    const { count, end } = interrupt((at) => midway(at, content, sources), content)
    try {
      ingest({ content, sources, cache })
    } finally {
      end()
    }
    return { content, sources, cache, count: count() }
  }

  test('is seen by the next', () => {
    const { count } = runOf(() => {})
    expect(count).toBeGreaterThan(LAST)
    for (let last = 0; last < LAST; last++) {
      const { content, sources, cache } = runOf((at, ...folders) => {
        if (at === count - last) change(...folders)
      })
      const copy = join(scratchFolder(), 'content')
      cpSync(content, copy, { recursive: true })
      const { files, refused, problems } = ingest({ content, sources, cache })
      const without = ingest({ content: copy, sources })
      expect({ files, refused, problems }, `${last} before the last operation`).toEqual({
        files: without.files,
        refused: without.refused,
        problems: without.problems,
      })
      expect(textsBelow(content)).toEqual(textsBelow(copy))
    }
  })
})
