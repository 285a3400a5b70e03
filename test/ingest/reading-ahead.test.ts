import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { articleSchema } from '../../scripts/content/article.ts'
import { bytesOf } from '../../scripts/content/kept-entry.ts'
import { Pack, packKey } from '../../scripts/content/pack.ts'
import { parseEntry } from '../../scripts/content/parse-entry.ts'
import { storySchema } from '../../scripts/content/story.ts'
import { beginThread } from '../../scripts/content/thread.ts'
import { ReadingAhead } from '../../scripts/ingest/reading-ahead.ts'
import { scratchFolder } from '../scratch.ts'

vi.mock(import('../../scripts/content/thread.ts'), async (importOriginal) => ({
  beginThread: vi.fn((await importOriginal()).beginThread),
}))

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

test('where few are to be written, or nothing is kept, no thread is begun', () => {
  const pack = new Pack(join(scratchFolder(), 'parsed'))
  const begun = (kept: Pack, many: boolean) => {
    vi.mocked(beginThread).mockClear()
    const ahead = new ReadingAhead(kept, many)
    for (const text of texts) ahead.add(...text)
    ahead.finish()
    return vi.mocked(beginThread).mock.calls.length
  }
  expect([begun(pack, false), begun(new Pack(), true), begun(pack, true)]).toEqual([0, 0, 1])
})
