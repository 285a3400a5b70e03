import { expect, test } from 'vitest'
import { loadContent } from '../../scripts/content/load.ts'
import { compileRegistry } from '../../scripts/content/registry.ts'
import { type Cleaned, cleanedAs } from '../../scripts/ingest/cleaned.ts'
import { CleaningThreads, type ThreadData } from '../../scripts/ingest/cleaning-threads.ts'
import { RepeatedLines } from '../../scripts/ingest/repeated-lines.ts'

const { topics, publishers } = loadContent('test/ingest/knowledge')
const text = (at: number) =>
  at % 7 === 3
    ? ''
    : `Mill reopens ${at}\n\nDENBY (SPS) — The mill on the river reopened on Monday after ${at} years, its owner said.\n\nIt will employ ${at} people, he said, and grind the wheat of the valley.\n`
const texts = Array.from({ length: 40 }, (_, at) => ({
  file: `${at}.txt`,
  bytes: Buffer.from(text(at)),
  sha256: String(at),
}))

function askedOf(content: ThreadData['content']): (Cleaned | undefined)[] {
  const threads = new CleaningThreads(content)
  const answers: (Cleaned | undefined)[] = texts.map(() => ({ json: 'no answer' }))
  try {
    for (const [at, one] of texts.entries())
      threads.ask(one, (cleaned) => {
        answers[at] = cleaned
      })
    threads.finish()
  } finally {
    threads.end()
  }
  return answers
}

test('threads answer as the one that asks them would itself, refusals included', () => {
  const knowledge = { registry: compileRegistry(topics), publishers, repeated: new RepeatedLines() }
  const expected = texts.map((one) => cleanedAs(one, knowledge))
  expect(expected.filter((one) => 'fix' in one)).toHaveLength(6)
  expect(askedOf({ topics, publishers })).toEqual(expected)
})

test('threads that cannot begin leave every text to the one that asks', () => {
  const broken = { topics: [{}], publishers } as unknown as ThreadData['content']
  expect(askedOf(broken)).toEqual(texts.map(() => undefined))
})
