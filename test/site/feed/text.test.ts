import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeHtml, prints } from '../../../scripts/site/feed/text.ts'

const SIGNS = ['a', 'b', ' ', '\n', '\u00a0', '\u3000', '<', '>', '&', '"', 'lt;', '&amp;', '–', '\u{1f600}']

test('HTML prints a text, white space aside, and no other', () => {
  const words = fc.array(fc.constantFrom(...SIGNS), { maxLength: 12 }).map((signs) => signs.join(''))
  const quoted = (text: string) => escapeHtml(text).replaceAll('"', '&quot;')
  fc.assert(
    fc.property(fc.array(words, { maxLength: 4 }), words, (paragraphs, other) => {
      const html = paragraphs
        .map((text) => `<p>${quoted(text)}<a href="/x?a=b&amp;c">${escapeHtml(text)}</a>\n</p>`)
        .join('\n')
      const ink = paragraphs.map((text) => (text + text).replace(/\s/g, '')).join('')
      expect(prints(html, [...ink].join(' '))).toBe(true)
      expect(prints(html, `${ink}x`)).toBe(false)
      expect(prints(html, other)).toBe(other.replaceAll(' ', '') === ink)
    }),
    { numRuns: 2000, seed: 17 },
  )
})
