import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadContent } from '../../scripts/content/load.ts'
import { compileRegistry } from '../../scripts/content/registry.ts'
import { emptyDraft, withoutText } from '../../scripts/ingest/draft.ts'
import { hashOfDraft, KeptDraft, linesOf } from '../../scripts/ingest/kept-draft.ts'
import { lengthOf, passageOf, wholeOf } from '../../scripts/ingest/passage.ts'
import { clean } from '../../scripts/ingest/pipeline.ts'
import { edgeKeysOf, RepeatedLines } from '../../scripts/ingest/repeated-lines.ts'

const { topics, publishers } = loadContent('content')
const knowledge = { registry: compileRegistry(topics), publishers, repeated: new RepeatedLines() }
const drafts = readdirSync('content/sources').map((file) =>
  withoutText(clean(emptyDraft(file, readFileSync(join('content/sources', file)), file), knowledge)),
)

test('a draft that is kept says what it said, and of its body the same without reading it', () => {
  const kept = drafts.map((draft) => new KeptDraft(() => Buffer.from(linesOf(draft))))
  for (const [at, draft] of drafts.entries()) {
    const one = kept[at] as KeptDraft
    for (const [field, value] of Object.entries(draft)) expect(one[field as keyof KeptDraft]).toEqual(value)
    const read = passageOf(draft.body.map(({ text }) => text))
    const { paragraphs, hash, count, size } = one.passage
    expect({ paragraphs, hash, count, size }).toEqual({ ...read, hash: read.hash })
    expect(lengthOf(one.passage)).toBe(wholeOf(read).length)
    expect(edgeKeysOf(one)).toEqual(edgeKeysOf(draft))
  }
  expect(new Set(kept.map(hashOfDraft)).size).toBe(drafts.length)
})

test('drafts that differ in their body or anywhere else have other hashes', () => {
  const [draft] = drafts as [(typeof drafts)[number]]
  const others = [
    { ...draft, summary: 'Other.' },
    { ...draft, title: 'Other' },
    { ...draft, body: draft.body.map(({ text }) => ({ text, kind: 'quote' as const })) },
  ]
  const hashes = [draft, ...others].map((one) => hashOfDraft(new KeptDraft(() => Buffer.from(linesOf(one)))))
  expect(new Set(hashes).size).toBe(4)
})
