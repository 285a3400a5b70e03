import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { articleSchema } from '../../scripts/content/article.ts'
import { bytesOf } from '../../scripts/content/kept-entry.ts'
import { Pack, packKey } from '../../scripts/content/pack.ts'
import { parseEntry } from '../../scripts/content/parse-entry.ts'
import { storySchema } from '../../scripts/content/story.ts'
import { ReadingAhead } from '../../scripts/ingest/reading-ahead.ts'
import { scratchFolder } from '../scratch.ts'

const article = (at: number) =>
  `---\nid: mill-${at}\ntitle: Mill ${at} – reopens\ntitleFrom: page\nsource:\n  file: ${at}.txt\n  sha256: ${'a'.repeat(64)}\nstatus: published\n---\n\nThe mill reopened after ${at} years.\n`
const texts = Array.from({ length: 50 }, (_, at): [string, string] => [`articles/mill-${at}.md`, article(at)])
const wrong = texts[40] as [string, string]
wrong[1] = wrong[1].replace('titleFrom: page', 'titleFrom: nowhere')
texts.push(['stories/mills.md', '---\nid: mills\ntitle: Mills reopen\n---\n'])
const keyOf = ([file, text]: [string, string]) =>
  packKey(file, createHash('sha256').update(text).digest('hex'))

test('texts that are to be written are parsed as they will be when they are read, but for those that are wrong', () => {
  const pack = new Pack(join(scratchFolder(), 'parsed'))
  const ahead = new ReadingAhead(pack, true)
  for (const text of texts) ahead.add(...text)
  ahead.finish()
  for (const [file, text] of texts) {
    const schema = file.startsWith('articles/') ? articleSchema : storySchema
    const expected = file === wrong[0] ? undefined : bytesOf(parseEntry(text, file, schema))
    expect(pack.get(keyOf([file, text]))).toEqual(expected)
  }
})

test('where few are to be written, or nothing is kept, nothing is parsed before it is read', () => {
  const pack = new Pack(join(scratchFolder(), 'parsed'))
  for (const ahead of [new ReadingAhead(pack, false), new ReadingAhead(new Pack(), true)]) {
    for (const text of texts) ahead.add(...text)
    ahead.finish()
  }
  expect(texts.filter((text) => pack.has(keyOf(text)))).toEqual([])
})
