import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { createElement } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { jsonForHtml } from '../../scripts/site/json.ts'
import { escapeXml, xmlText } from '../../scripts/site/xml.ts'

/** Any string at all, halves of surrogate pairs included, and such as are made of what opens and closes markup. */
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.nat(0xffff), { maxLength: 20 })
    .map((units) => units.map((unit) => String.fromCharCode(unit)).join('')),
  fc
    .array(
      fc.constantFrom(
        ...'<>&"\'`=/\\ -;#xX1aA{}[]\n\r\t\u0000\u2028\u2029',
        '</script',
        '<!--',
        '-->',
        '<script',
        ']]>',
        '<![CDATA[',
        '&lt;',
        '&#60;',
        '\ud83d\ude00',
        '\ud800',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
)
const runs = { numRuns: 2000, seed: 12 }

/** What an HTML reader finds: elements in their order, attributes, and the text of each element. */
function readHtml(html: string): { names: string[]; attributes: Record<string, string>[]; text: string } {
  const read = { names: [] as string[], attributes: [] as Record<string, string>[], text: '' }
  new Parser({
    onopentag: (name, attributes) => {
      read.names.push(name)
      read.attributes.push(attributes)
    },
    ontext: (text) => {
      read.text += text
    },
  }).end(html)
  return read
}

describe('JSON inside a script element', () => {
  test('is parsed to the same value, and never ends the element or begins another', () => {
    fc.assert(
      fc.property(fc.dictionary(anything, fc.oneof(anything, fc.array(anything), fc.integer())), (value) => {
        const json = jsonForHtml(value)
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(json).not.toMatch(/[<>&\u2028\u2029\p{Cs}]/u)
        const { names, text } = readHtml(`<script type="application/ld+json">${json}</script><p>`)
        expect(names).toEqual(['script', 'p'])
        expect(text).toBe(json)
      }),
      runs,
    )
  })
})

describe('XML', () => {
  test('gives back every text but for what XML 1.0 cannot hold, in elements and attributes', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const parser = new SaxesParser({ xmlns: true })
        const found: string[] = []
        let inside = ''
        parser.on('error', (error) => {
          throw error
        })
        parser.on('attribute', ({ value }) => found.push(value))
        parser.on('text', (piece) => {
          inside += piece
        })
        parser.write(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`).close()
        const folded = (value: string | undefined) => value?.replace(/\r\n?/g, '\n')
        expect(inside).toBe(folded(xmlText(text)))
        expect(found).toEqual([folded(xmlText(text))?.replace(/[\t\n]/g, ' ')])
      }),
      runs,
    )
  })

  test('is written with the references of its signs', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const signs: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' }
        expect(escapeXml(text)).toBe(xmlText(text).replace(/[&<>"']/g, (sign) => `&${signs[sign]};`))
      }),
      runs,
    )
  })

  test('loses nothing of a text without control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[\p{Cc}\p{Cs}]|[\ufffe\uffff]/u.test(text))
        expect(xmlText(text)).toBe(text)
      }),
      runs,
    )
  })
})

test('a component prints every text as that text, in elements and attributes', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const html = renderToString(
        createElement('p', { title: text, lang: text }, text, createElement('br', {})),
      )
      const { names, attributes, text: inside } = readHtml(html)
      expect(names).toEqual(['p', 'br'])
      expect(inside).toBe(text)
      expect(attributes[0]).toEqual({ title: text, lang: text })
    }),
    runs,
  )
})
