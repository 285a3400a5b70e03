import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMarkdown, escapeMarkdown, plainBlocks } from '../../scripts/content/markdown.ts'
import { allPrintable, isSeen, printable } from '../../scripts/content/printable.ts'
import { xmlText } from '../../scripts/site/xml.ts'

test.each([
  ['a\u0000b\u0007c\u007fd\u009be', 'abcde'],
  ['a\ud800b\udc00c', 'abc'],
  ['\ud83d\ude00', '\ud83d\ude00'],
  ['a\ufffeb\u{1ffff}c', 'abc'],
  ['moc.\u202egnp.exe\u202c', 'moc.gnp.exe'],
  ['a\u2066b\u2069', 'ab'],
  ['one\r\ntwo\u2028three\ffour', 'one \ntwo three four'],
  ['a\tb\nc', 'a\tb\nc'],
  [
    '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u200f!',
    '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u200f!',
  ],
  ['\u{1f468}\u200d\u{1f467}', '\u{1f468}\u200d\u{1f467}'],
  ['a\u{e0068}\u{e0069}b', 'ab'],
  [
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
  ],
  ['e\u0301'.repeat(40), 'e\u0301'.repeat(40)],
])('%j is printed as %j', (text, printed) => expect(printable(text)).toBe(printed))

test('of every code point it is told whether it is printed, as by its properties', () => {
  const left =
    /[\r\v\f\u0085\u2028\u2029]|[^\P{Cc}\t\n]|[\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\u{e0000}-\u{e007f}]/u
  for (let point = 0; point <= 0x10ffff; point++) {
    const text = `a${String.fromCodePoint(point)}`
    if ((printable(text) === text) === left.test(text)) expect.fail(point.toString(16))
  }
})

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.nat(0xffff)).map((units) => units.map((unit) => String.fromCharCode(unit)).join('')),
)

test('what is printed needs no second look, and no XML or UTF-8 writer loses anything of it', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const printed = printable(text)
      expect(printable(printed)).toBe(printed)
      expect(xmlText(printed)).toBe(printed)
      expect(Buffer.from(printed).toString()).toBe(printed)
    }),
    { numRuns: 3000, seed: 15 },
  )
})

test('any text of one line comes out of Markdown as it is printed, and as no element', () => {
  const markdown = createMarkdown()
  const line = fc.oneof(
    anything,
    fc
      .array(
        fc.constantFrom(
          ...'\\`*_[]()<>~|{}#+-=:!&.;"\'019 a\u0000\u0001\u202e\u200b',
          'http://a.example',
          '1.',
          '&#60;',
        ),
      )
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(line, (text) => {
      const printed = printable(text).replace(/\s+/g, ' ').trim()
      fc.pre(printed !== '')
      expect(plainBlocks(escapeMarkdown(text.replace(/\s+/g, ' ').trim()))).toEqual([printed])
      expect(markdown.render(escapeMarkdown(printed)).replace(/^<p>|<\/p>\n$/g, '')).not.toContain('<')
    }),
    { numRuns: 3000, seed: 16 },
  )
})

test('data keeps its shape, and is the same object where nothing is to be left out', () => {
  const clean = { a: ['b', { c: 1, d: undefined, e: true }], f: null }
  expect(allPrintable(clean)).toBe(clean)
  expect(allPrintable({ a: ['b\u0000', clean], 'k\u0001': 'v' })).toEqual({ a: ['b', clean], k: 'v' })
  const mixed = { first: 'a', second: [1, 'b\u0000', clean], third: { '\u0001': 1 }, fourth: 'd' }
  const made = allPrintable(mixed)
  expect(Object.entries(made)).toEqual([
    ['first', 'a'],
    ['second', [1, 'b', clean]],
    ['third', { '': 1 }],
    ['fourth', 'd'],
  ])
  expect(made.second[2]).toBe(clean)
  expect(mixed.second[1]).toBe('b\u0000')
})

test.each([
  ['a', true],
  ['\uae40', true],
  ['\u{1f600}', true],
  ['—', true],
  ['', false],
  [' \u00a0\u3000', false],
  ['\u200b\u2060\u00ad\u3164\u0000\u202e', false],
])('of %j something is seen: %s', (text, seen) => expect(isSeen(text)).toBe(seen))
