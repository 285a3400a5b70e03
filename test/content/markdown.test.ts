import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDocument, parseDocument } from '../../scripts/content/front-matter.ts'
import { createMarkdown, escapeMarkdown, parsedBlocks, plainBlocks } from '../../scripts/content/markdown.ts'
import { ContentError } from '../../scripts/content/problem.ts'
import { bodyMarkdown } from '../../scripts/ingest/article-file.ts'

/** One line of a source text as the blocks step leaves it: no line ends, no white space at its ends or doubled. */
const line = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'\\`*_[]()<>~|{}#+-=:!&.;"\'0123456789 abc'), maxLength: 40 }),
  )
  .map((text) =>
    text
      .toWellFormed()
      .replace(/[\p{Cc}\s\u00a0\u200b\ufeff\u2028\u2029]+/gu, ' ')
      .trim(),
  )
  .filter((text) => text !== '')

describe('Markdown', () => {
  test('plain text comes out as the text it was, whatever it holds', () => {
    fc.assert(
      fc.property(line, (text) => {
        expect(parsedBlocks(escapeMarkdown(text))).toEqual([text])
        expect(plainBlocks(escapeMarkdown(text))).toEqual([text])
      }),
      { numRuns: 3000, seed: 7 },
    )
  })

  test('a heading and a quotation come out as they were, whatever they end with', () => {
    const ending = fc.constantFrom('', ' #', ' ##', '#', ' # #', ' #\u00a0', ' \\#')
    fc.assert(
      fc.property(fc.constantFrom('heading' as const, 'quote' as const), line, ending, (kind, text, end) => {
        const whole = `${text}${end}`.trim()
        const body = bodyMarkdown([{ kind, text: whole }])
        expect(plainBlocks(body)).toEqual([whole])
        expect(parsedBlocks(body)).toEqual([whole])
      }),
      { numRuns: 3000, seed: 11 },
    )
    expect(createMarkdown().render(bodyMarkdown([{ kind: 'heading', text: 'What is new in C #' }]))).toBe(
      '<h2>What is new in C #</h2>\n',
    )
  })

  test('bodies are read without the parser as the parser reads them', () => {
    const escaped = line.map(escapeMarkdown)
    const piece = fc.oneof(
      { weight: 3, arbitrary: fc.array(escaped, { maxLength: 3 }).map((lines) => lines.join('\n')) },
      fc.string({ unit: fc.constantFrom(...'\\`*_[]()<>~|{}#+-=:!&;. \t\r\n1a\u00a0'), maxLength: 12 }),
      fc.constantFrom(
        'a | b\n- | -',
        'title\n===',
        '1) one',
        '12345678901. one',
        '&amp; &lt; \\& \\',
        'a  \nb',
        'a\\\nb',
      ),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, fc.constantFrom('\n', '\n\n', '\n\n\n'))), (pieces) => {
        const body = pieces.flat().join('')
        expect(plainBlocks(body)).toEqual(parsedBlocks(body))
      }),
      { numRuns: 5000, seed: 9 },
    )
  })

  test('plain text never becomes an element', () => {
    const markdown = createMarkdown()
    fc.assert(
      fc.property(line, (text) => {
        expect(markdown.render(escapeMarkdown(text)).replace(/^<p>|<\/p>\n$/g, '')).not.toMatch(/<(?!br)/)
      }),
      { numRuns: 2000, seed: 8 },
    )
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//other.example/x',
  ])('an editor cannot link to %s', (url) => {
    expect(createMarkdown().render(`[x](${url})`)).not.toContain('<a')
  })

  test('raw HTML stays text and images are not loaded', () => {
    expect(createMarkdown().render('<script>x</script> ![a](https://other.example/a.png)')).not.toMatch(
      /<script|<img/,
    )
  })
})

describe('front matter', () => {
  test('comes back as it was written', () => {
    const value = fc.oneof(
      line,
      fc.array(line, { maxLength: 3 }),
      fc.boolean(),
      fc.integer(),
      fc.constantFrom('No', '12:30', '010', '2024-02-30', '~', 'null', '1e3', '2024-01-02'),
    )
    const data = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), value, { maxKeys: 5 })
    fc.assert(
      fc.property(data, line, (fields, body) => {
        const written = formatDocument({ data: fields, body: escapeMarkdown(body) })
        const read = parseDocument(written, 'x.md')
        expect({ ...read.data }).toEqual({ ...fields })
        expect(plainBlocks(read.body)).toEqual([body])
      }),
      { numRuns: 1000, seed: 9 },
    )
  })

  test.each([
    '---js\n{a: 1}\n---\n',
    '--- js\n{a: 1}\n---\n',
    '---JS\n1\n---\n',
    '---jsLegacy\n1\n---\n',
    '---coffee\na: 1\n---\n',
    'no front matter',
    '---\na: 1\n',
  ])('is refused when it is not YAML between two lines of ---: %j', (text) =>
    expect(() => parseDocument(text, 'x.md')).toThrow(ContentError),
  )

  test('is refused each time it is read, not only the first', () => {
    const broken = '---\na: "x\n---\n'
    for (const _ of [1, 2]) expect(() => parseDocument(broken, 'x.md')).toThrow(ContentError)
  })
})
