import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadContent } from '../../scripts/content/load.ts'
import { compileRegistry } from '../../scripts/content/registry.ts'
import { siteSchema } from '../../scripts/content/site.ts'
import { emptyDraft, Refusal } from '../../scripts/ingest/draft.ts'
import { clean } from '../../scripts/ingest/pipeline.ts'
import { RepeatedLines } from '../../scripts/ingest/repeated-lines.ts'
import { ingest } from '../../scripts/ingest/run.ts'
import { buildDigest } from '../../scripts/site/digest.ts'
import { scratchContent } from '../scratch.ts'
import { SITE } from '../site/made-up.ts'
import { HOSTILE, LINES } from './heavy-texts.ts'

const SIZE = 20_000
/** What is read of a line's head, where words that are parted in many ways cost most. */
const HEAD = 160
/** A line and the longest that is not refused, and milliseconds within which growth is not looked at. */
const [SHORT, RATIO, ENOUGH] = [6_000, 8, 1_000]
const site = siteSchema.parse(SITE)

/** A text of the same kind with half of the first in it, so that something is copied, cut, moved and told otherwise. */
function halfCopied(bytes: Buffer): Buffer {
  const own = '\n\nThe mayor called it a shame on Tuesday. At least 60 people were hurt, he said.\n\n'
  return Buffer.concat([bytes.subarray(0, bytes.length >> 1), Buffer.from(own)])
}

/** Each of these ends, in the time that a test may take, and everything but the text itself is done all the same. */
test.each(HOSTILE)('$name', ({ extension, bytes }) => {
  const content = scratchContent('publishers.yaml')
  const sources = join(content, 'sources')
  for (const folder of [sources, join(content, 'topics')]) mkdirSync(folder)
  writeFileSync(
    join(content, 'topics', 'north-korea.md'),
    '---\nid: north-korea\nkind: country\nname: North Korea\nambiguous: [Kim, the North]\n---\n',
  )
  const text = bytes(SIZE)
  writeFileSync(join(sources, `a.${extension}`), text)
  writeFileSync(join(sources, `b.${extension}`), halfCopied(text))
  const { files, refused, problems } = ingest({ sources, content })
  expect(problems).toEqual([])
  const articles = files.filter(({ path }) => path.startsWith('articles/'))
  expect(articles.length + refused.length).toBe(2)
  const loaded = loadContent(content)
  expect(loaded.problems.filter(({ file }) => file !== 'site.yaml')).toEqual([])
  const digest = buildDigest({ ...loaded, site })
  for (const { html } of digest.articles)
    expect(html()).not.toMatch(/<(?:script|iframe|object|svg|style|form)\b/i)
  for (const story of digest.stories) expect(Object.keys(story.sections())).toHaveLength(4)
})

describe('a line that may be read in many ways takes time linear in its length', () => {
  const { topics, publishers } = loadContent('content')
  const knowledge = { registry: compileRegistry(topics), publishers, repeated: new RepeatedLines() }
  const body =
    'The harbour office of Larkmouth shut its gates on Monday, and nobody said why it had.\n\n'.repeat(4)
  /** As the headline, at the head of the text, and below it. */
  const textWith = (line: string) =>
    [
      `${line}\n\n${body}`,
      `Larkmouth shuts\n\n${line}\n\n${body}`,
      `Larkmouth shuts\n\n${body}${line}\n`,
    ].map((text) => Buffer.from(text))

  /** Milliseconds of this process's own work: what else the machine does counts little. */
  function cost(line: string): number {
    const before = process.cpuUsage()
    for (const bytes of textWith(line)) {
      try {
        clean(emptyDraft('a.txt', bytes, ''), knowledge)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
      }
    }
    return process.cpuUsage(before).user / 1000
  }

  test.each(LINES)('$name', ({ line }) => {
    expect(cost(line(HEAD))).toBeLessThan(ENOUGH)
    const [short, long] = [cost(line(SHORT)), cost(line(RATIO * SHORT))]
    if (long > ENOUGH) expect(long / short).toBeLessThan(2 * RATIO)
  })
})
