import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDocument, parseDocument } from '../../scripts/content/front-matter.ts'
import { loadContent } from '../../scripts/content/load.ts'
import { escapeMarkdown, plainBlocks } from '../../scripts/content/markdown.ts'
import { formatProblem } from '../../scripts/content/problem.ts'
import { scratchFolder } from '../scratch.ts'

/** What becomes of a story whose front matter ends with some lines: its title, or what the editor is told. */
function load(lines: string): { title?: string; problems: string[] } {
  const folder = scratchFolder()
  mkdirSync(join(folder, 'stories'))
  writeFileSync(join(folder, 'stories/a.md'), `---\nid: a\n${lines}\n---\n\nA note.\n`)
  const { stories, problems } = loadContent(folder)
  return { title: stories[0]?.title, problems: problems.map(formatProblem) }
}

test.each([
  ['title: yes', 'yes'],
  ['title: No', 'No'],
  ['title: 12:30', '12:30'],
  ['title: 2024-02-30', '2024-02-30'],
  ['title: <<', '<<'],
  ['title: "~"', '~'],
  ["title: '&a *a'", '&a *a'],
  ['title: !!str 010', '010'],
  ['title:\t a tab', 'a tab'],
  ['title: >-\n  two\n  lines', 'two lines'],
  ['? title\n: asked for', 'asked for'],
  ["title: '{{ 7 * 7 }} {% raw %} <%= 1 %> #{1}'", '{{ 7 * 7 }} {% raw %} <%= 1 %> #{1}'],
  ["title: '---'", '---'],
  [`title: ${'long '.repeat(20_000)}end`, `${'long '.repeat(20_000)}end`],
])('is read as text: %.60s', (lines, title) => expect(load(lines)).toEqual({ title, problems: [] }))

const LAUGHS = `l0: &l0 [ha, ha]\n${Array.from({ length: 40 }, (_, at) => `l${at + 1}: &l${at + 1} [*l${at}, *l${at}]`).join('\n')}\ntitle: *l40`

test.each([
  ['title: 010', 'title: 10: write text'],
  ['title: 0x10', 'title: 16: write text'],
  ['title: 1_000', 'title: 1000: write text'],
  ['title: 1e3', 'title: 1000: write text'],
  ['title: .inf', 'title: null: write text'],
  ['title: ~', 'title: null: write text'],
  ['title:', 'title: null: write text'],
  ['title: true', 'title: true: write text'],
  ['title: [a]', 'title: ["a"]: write text'],
  ['title: {toString: a}', 'title: {"toString":"a"}: write text'],
  ['title: "\\u200b \\u2060"', 'write a text of which something can be seen'],
  ['title: &c. and others', 'anchors are not read'],
  ['title: *a', 'unidentified alias'],
  ['title: &a x\nsummary: *a', 'anchors are not read'],
  [LAUGHS, 'anchors are not read'],
  ['<<: {title: a}', '<<: {"title":"a"}: unknown field'],
  ['title: a\n__proto__: {pinned: true}', '__proto__: {"pinned":true}: unknown field'],
  ['title: a\nconstructor: {prototype: 1}', 'constructor: {"prototype":1}: unknown field'],
  ['title: a\ntitle: b', 'duplicated mapping key'],
  ['title: !!js/function "function () { return 1 }"', 'unknown tag'],
  ['title: !!js/undefined ""', 'unknown tag'],
  ['title: !!binary aGk=', 'unknown tag'],
  ['title: !include /etc/passwd', 'unknown tag'],
  ['title: a\n\tsummary: b', 'not valid YAML'],
  ['title: a\n...\nsummary: b', 'not valid YAML'],
  ['title: a\n---js\n1', 'must be --- alone'],
  ['title: a\n----', 'must be --- alone'],
  ['title: a: b', 'not valid YAML'],
  ['title: @desk', 'not valid YAML'],
  ['title: %x', 'not valid YAML'],
  ['? [a]\n: b', 'a: "b": unknown field'],
  ['? {a: b}\n: c', '[object Object]: "c": unknown field'],
  [`title: ${'['.repeat(100_000)}`, 'not valid YAML'],
  ['title: "\u0001"', 'not valid YAML'],
])('is refused, with what to write: %.60s', (lines, says) => {
  const { title, problems } = load(lines)
  expect(title).toBe(undefined)
  expect(problems.join('\n')).toContain(says)
})

test('any text comes back as it was written, on however many lines and whatever it holds', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(
          ...' \t\n\r\u0000\u0085\u2028\ufeff-:#&*!|>%@`"\'{}[],?~<=0aé',
          '---',
          '...',
          '\n---\n',
          ': ',
          ' #',
          '\\u0041',
          '\ud800',
          '\udc00',
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join('')),
  )
  const fields = fc.dictionary(
    fc.oneof(fc.stringMatching(/^[a-z]{1,8}$/), fc.constantFrom('__proto__', 'constructor', 'toString')),
    fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.record({ why: text })),
    { maxKeys: 4 },
  )
  fc.assert(
    fc.property(fields, (data) => {
      const read = parseDocument(formatDocument({ data, body: 'A note.' }), 'x.md')
      expect(Object.entries(read.data)).toEqual(Object.entries(data))
      expect(read.body).toBe('A note.\n')
    }),
    { numRuns: 2000, seed: 14 },
  )
})

test('a body that looks like front matter stays body', () => {
  for (const text of ['---', '---js', '...', '--- #', '=== ']) {
    const written = formatDocument({ data: { id: 'a' }, body: escapeMarkdown(text) })
    const { data, body } = parseDocument(written, 'x.md')
    expect([data, plainBlocks(body)]).toEqual([{ id: 'a' }, [text.trim()]])
  }
})
