import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../../scripts/content/front-matter.ts'
import { decidedBase } from '../../../scripts/ingest/merge/decided.ts'
import { merge } from '../../../scripts/ingest/merge/merge.ts'
import { cases, check } from '../../check.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')

describe('an edited file and what ingest would write now', () => {
  test.each(cases(FIXTURES))('$name', ({ folder, input }) => {
    const [before = '', editor = '', ingest = ''] = readFileSync(input, 'utf8')
      .split(/^=== .* ===\n/m)
      .slice(1)
    const { text, overlaps } = merge(before, editor, ingest)
    check(
      folder,
      'expected.md',
      overlaps.length === 0
        ? text
        : overlaps
            .map(
              (one) =>
                `=== ${one.where} ===\nbefore: ${one.before}\neditor: ${one.editor}\ningest: ${one.ingest}\n`,
            )
            .join(''),
    )
  })
})

const word = fc.constantFrom('one', 'two', '# three', 'a: b', '- x', '"', "'", '{', '---', '#tag', 'ü')
const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '))
const fields = fc.dictionary(
  fc.constantFrom('id', 'title', 'titleFrom', 'date', 'dateFrom', 'topics', 'lang'),
  fc.oneof(text, fc.array(text, { maxLength: 3 })),
)
const document = fc
  .tuple(
    fields,
    fc.array(
      text.filter((one) => one.trim() === one && one !== ''),
      { maxLength: 5 },
    ),
  )
  .map(
    ([data, blocks]) =>
      `---\n${Object.entries(data)
        .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
        .join('')}---\n\n${blocks.join('\n\n')}\n`,
  )

describe('for any three texts', () => {
  const same = (a: string, b: string) => expect(parseDocument(a, '')).toEqual(parseDocument(b, ''))

  test('what one side alone did is the result, whichever it is', () => {
    fc.assert(
      fc.property(document, document, (a, b) => {
        expect(merge(a, a, b).overlaps).toEqual([])
        same(merge(a, a, b).text, b)
        expect(merge(a, b, a)).toEqual({ text: expect.anything(), overlaps: [] })
        same(merge(a, b, a).text, b)
        same(merge(a, b, b).text, b)
      }),
      // Front matter without a field, over a body with a rule.
      { examples: [['---\n---\n\n---\n', '---\n---\n\n\n']] },
    )
  })

  test('what an editor decided holds when ingest comes to say the same, and then otherwise again', () => {
    fc.assert(
      fc.property(document, document, (before, editor) => {
        const base = decidedBase(before, editor, editor)
        const { text, overlaps } = merge(base, editor, before)
        expect(overlaps).toEqual([])
        same(text, editor)
      }),
    )
  })

  test('the next merge changes nothing, and neither does what it starts from', () => {
    fc.assert(
      fc.property(document, document, document, (before, editor, ingest) => {
        const { text, overlaps } = merge(before, editor, ingest)
        if (overlaps.length > 0) return
        const base = decidedBase(before, editor, ingest)
        expect(merge(base, text, ingest)).toEqual({ text, overlaps: [] })
        expect(decidedBase(base, text, ingest)).toBe(base)
      }),
      { numRuns: 2000 },
    )
  })

  test('every field of a merge is what a side has, and nothing that the editor added is lost', () => {
    fc.assert(
      fc.property(document, document, document, (o, a, b) => {
        const { text: merged, overlaps } = merge(o, a, b)
        if (overlaps.length > 0) return
        const [before, editor, ingest, result] = [o, a, b, merged].map((one) => parseDocument(one, ''))
        for (const [name, value] of Object.entries(editor?.data ?? {})) {
          if (JSON.stringify(before?.data[name]) === JSON.stringify(value)) continue
          if (Array.isArray(value)) continue
          expect(result?.data[name]).toEqual(value)
        }
        for (const [name, value] of Object.entries(result?.data ?? {}))
          if (!Array.isArray(value)) expect([editor?.data[name], ingest?.data[name]]).toContainEqual(value)
        for (const block of (editor?.body ?? '').split('\n\n').filter(Boolean))
          if (!before?.body.includes(block)) expect(result?.body).toContain(block)
      }),
      { numRuns: 2000 },
    )
  })

  test('nothing crashes it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (a, b, c) => {
        merge(a, b, c)
        merge(`---\n${a}\n---\n${b}`, `---\n${b}\n---\n${c}`, `---\n${c}\n---\n${a}`)
      }),
    )
  })
})
