import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildDigest } from '../../scripts/site/digest.ts'
import { Paths, prefixProblem, siteProblem } from '../../scripts/site/paths.ts'
import { command } from '../scratch.ts'
import { madeUpContent } from './made-up.ts'

test.each([
  ['/repo/', '/repo/'],
  ['repo', '/repo/'],
  ['//repo//news/', '/repo/news/'],
  ['', '/'],
  ['/', '/'],
  ['/my news/', '/my%20news/'],
  ['/my%20news/', '/my%20news/'],
  ['/häfen/소금', '/h%C3%A4fen/%EC%86%8C%EA%B8%88/'],
  ['/.hidden/a..b/v1.2/', '/.hidden/a..b/v1.2/'],
  ['/"><script>/', '/%22%3E%3Cscript%3E/'],
  ['/a&b;c=d/', '/a%26b%3Bc%3Dd/'],
  ['/100%25/', '/100%25/'],
])('under the prefix %s links begin with %s', (prefix, begins) => {
  expect(prefixProblem(prefix)).toBe(undefined)
  const paths = new Paths('https://salt.example/ignored/', prefix)
  expect(paths.href('about/')).toBe(`${begins}about/`)
  expect(new URL(paths.absolute(paths.href('about/'))).href).toBe(`https://salt.example${begins}about/`)
})

test.each([
  ['https://salt.example', 'https://salt.example/about/'],
  ['https://salt.example/repo', 'https://salt.example/repo/about/'],
  ['http://häfen.example:8080/a/../my%20news//', 'http://xn--hfen-loa.example:8080/my%20news/about/'],
])('at %s the absolute address is %s', (url, address) => {
  expect(siteProblem(url)).toBe(undefined)
  const paths = new Paths(url)
  expect(paths.absolute(paths.href('about/'))).toBe(address)
})

test.each([
  '../x',
  '/a/../b/',
  '/./',
  '/%2e%2e/',
  '/a%2fb/',
  'a\\b',
  '/a?b/',
  '/a#b/',
  '/a\nb/',
  '/a\u202eb/',
  '/\ud800/',
  '/100%/',
  'C:/Program Files/Git/repo/',
  'https://salt.example/repo/',
  'javascript:alert(1)',
])('the prefix %j is refused', (prefix) => expect(prefixProblem(prefix)).toMatch(/^write /))

test.each([
  'salt.example',
  'javascript:alert(1)',
  'ftp://salt.example/',
  '//salt.example/',
  'https://',
  'https://desk@salt.example/',
  'https://salt.example/a b/',
  'https://salt.example/\\..',
  'https://salt.example/?x=1',
  'https://salt.example/#x',
  'https://salt.example/100%/',
  'https://salt.example/a%2fb/',
  'https://salt.example/\u0000',
])('the address %j is refused', (url) => expect(siteProblem(url)).toMatch(/^(?:write|leave out) /))

test('an address in site.yaml that cannot be is named with what to write', () => {
  const content = madeUpContent({ topics: [], stories: [] })
  const site = { ...content.site, url: 'https://salt.example/?x=1' } as NonNullable<typeof content.site>
  expect(() => buildDigest({ ...content, site })).toThrow(
    'site.yaml: url: "https://salt.example/?x=1": leave out everything from ? or # on',
  )
})

test('the build command says the same of its options, and how it is called', () => {
  for (const [option, value] of [
    ['--url', 'javascript:alert(1)'],
    ['--path-prefix', '/a/../b/'],
  ] as const) {
    const { code, err } = command('build', [option, value])
    expect(code).toBe(2)
    expect(err).toContain(`${option}: "${value}": write `)
  }
})

test('whatever prefix is let through, every link stays below it, written the same by a browser', () => {
  const prefix = fc
    .array(
      fc.oneof(fc.string({ unit: 'grapheme', maxLength: 6 }), fc.constantFrom('..', '.', '%2e', '/', ' ')),
    )
    .map((names) => names.join('/'))
  fc.assert(
    fc.property(prefix, (one) => {
      if (prefixProblem(one)) return
      const href = new Paths('https://salt.example/', one).href('topics/salt/')
      const seen = new URL(href, 'https://salt.example/stories/x/')
      expect([seen.origin, seen.pathname]).toEqual(['https://salt.example', href])
    }),
    { numRuns: 1000, seed: 13 },
  )
})
