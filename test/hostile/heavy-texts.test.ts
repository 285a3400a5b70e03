import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadContent } from '../../scripts/content/load.ts'
import { siteSchema } from '../../scripts/content/site.ts'
import { ingest } from '../../scripts/ingest/run.ts'
import { buildDigest } from '../../scripts/site/digest.ts'
import { scratchContent } from '../scratch.ts'
import { SITE } from '../site/made-up.ts'
import { HOSTILE } from './heavy-texts.ts'

const SIZE = 20_000
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
