import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leadsTo } from '../../scripts/content/address.ts'
import { linkSchema } from '../../scripts/content/fields.ts'
import { createMarkdown, plainBlocks } from '../../scripts/content/markdown.ts'
import { siteSchema } from '../../scripts/content/site.ts'
import { SITE } from '../site/made-up.ts'

const HOSTILE = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'javascript\u200b:alert(1)',
  'javascript://harbour.example/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://harbour.example/1',
  'view-source:https://harbour.example/',
  'ftp://harbour.example/',
  '//harbour.example/x',
  '\\\\harbour.example\\x',
  'https:\\\\harbour.example',
  'https://harbour.example\\@other.example/',
  'https:harbour.example',
  'https:///x',
  'https://',
  'https://harbour.example@other.example/',
  'https://user:secret@harbour.example/',
  'https://harbour.example/a b',
  'https://harbour.example/\u202egpj.exe',
  'https://harbour.example/\ud800',
  'https://[::1',
  'mailto:',
  'mailto:desk',
  'mailto:desk@harbour.example\u0000',
  'mailto:a@b@harbour.example',
  '&#106;avascript:alert(1)',
  'javascript&colon;alert(1)',
  'java&Tab;script:alert(1)',
]

test.each(HOSTILE)('no link leads to %j', (address) => {
  expect(leadsTo(address)).toBe(undefined)
  expect(linkSchema.safeParse(address).success).toBe(false)
  expect(siteSchema.safeParse({ ...SITE, contact: address }).success).toBe(false)
})

test.each([
  ['https://harbour.example/', 'web'],
  ['HTTP://harbour.example:8080/a?b=c#d', 'web'],
  ['https://h\u00e4fen.example/\uc18c\uae08', 'web'],
  ['https://harbour.example/a?x=javascript:alert(1)', 'web'],
  ['mailto:desk@harbour.example', 'mail'],
  ['mailto:desk@harbour.example?subject=Salt', 'mail'],
] as const)('a link may lead to %s', (address, kind) => {
  expect(leadsTo(address)).toBe(kind)
  expect(siteSchema.safeParse({ ...SITE, contact: address }).success).toBe(true)
})

/** Where a browser would go from a page of the site. */
const targets = (html: string) =>
  [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(
    ([, href]) => new URL(String(href).replaceAll('&amp;', '&'), 'https://salt.example/stories/x/'),
  )

test('Markdown links go to the web, to mail or to the site, whatever the address', () => {
  const markdown = createMarkdown((path) => `/repo/${path}`)
  const address = fc.oneof(
    fc.constantFrom(...HOSTILE),
    fc
      .tuple(
        fc.constantFrom('', ' ', '\u0001', '&#1;', '/', '//', '/\\', '\\', '#', './', 'x/', '&Tab;', '%09'),
        fc.constantFrom('javascript:', 'java&#115;cript:', 'data:', 'https:', 'https://', 'mailto:', '/'),
        fc.string({ unit: fc.constantFrom(...'/\\@:?#%&;.aA1 <>()"\'\t'), maxLength: 12 }),
      )
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(address, (one) => {
      for (const text of [`[a](${one})`, `[a](<${one}>)`, `![a](${one})`, `<${one}>`, `[a]\n\n[a]: ${one}`]) {
        const html = markdown.render(text)
        expect(html).not.toContain('<img')
        for (const { protocol, hostname, username } of targets(html)) {
          expect(['https:', 'http:', 'mailto:']).toContain(protocol)
          expect(username).toBe('')
          if (hostname !== 'salt.example' && protocol !== 'mailto:')
            expect(html).toContain('rel="external noopener"')
        }
      }
    }),
    { numRuns: 2000, seed: 11 },
  )
})

test.each([
  [
    '![a map](https://harbour.example/m.png)',
    '<a href="https://harbour.example/m.png" rel="external noopener">a map</a>',
  ],
  [
    '![](https://harbour.example/m.png)',
    '<a href="https://harbour.example/m.png" rel="external noopener">https://harbour.example/m.png</a>',
  ],
  ['![a *small* map](data:image/png;base64,x)', '![a <em>small</em> map](data:image/png;base64,x)'],
  [
    '[![a map](https://harbour.example/m.png)](https://salt.example/)',
    '<a href="https://salt.example/" rel="external noopener">a map</a>',
  ],
])('a picture is a link to it, and nothing is loaded: %s', (text, html) =>
  expect(createMarkdown().render(text)).toBe(`<p>${html}</p>\n`),
)

test('a picture reads as what it shows', () =>
  expect(plainBlocks('See ![a map](https://harbour.example/m.png) here.')).toEqual(['See a map here.']))
