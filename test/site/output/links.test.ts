import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDeadLinks, Links, readLinks } from '../../../scripts/site/output/links.ts'
import { scratchFolder } from '../../scratch.ts'

test('a built page may link to what is there, to the web and to mail, and to nothing else', () => {
  const folder = join(scratchFolder(), 'site')
  mkdirSync(folder)
  // What lies beside the site on this machine is none of its pages.
  writeFileSync(join(folder, '../beside.html'), '')
  const allowed = [
    '/repo/',
    '/repo/?q=iran',
    '/repo/?q=../x#a',
    '#a',
    'https://harbour.example/',
    'mailto:desk@harbour.example',
  ]
  const others = [
    'javascript:alert(1)',
    'data:text/html,x',
    '//harbour.example/',
    '/',
    '/repo/none/',
    '/repo/none/?q=iran',
    '/repo/?q=iran#none',
    '/repo/../beside.html',
    '/repo/%2e%2e/beside.html',
    '/repo/..%2fbeside.html',
    '/repo/./index.html',
    '#none',
  ]
  writeFileSync(
    join(folder, 'index.html'),
    [...allowed, ...others].map((href) => `<a id="a" href="${href}">x</a>`).join(''),
  )
  expect(findDeadLinks(folder, '/repo/').map(({ value }) => value)).toEqual([...others].sort())
})

test('a dead link is said of the first page that has it, whatever the order in which pages are read', () => {
  const folder = scratchFolder()
  const pages = ['b/index.html', 'a/index.html', 'c/index.html']
  const dead = (...order: string[]) => {
    const [links, others] = [new Links('/'), new Links('/')]
    for (const [at, page] of order.entries())
      (at > 0 ? links : others).add(page, { links: new Set(['/gone/']), ids: new Set() })
    links.join(others.found)
    return links.dead(folder).map(({ file }) => file)
  }
  for (const first of pages)
    expect(dead(first, ...pages.filter((page) => page !== first))).toEqual(['a/index.html'])
})

test('links and anchors of a page are those that an expression for attributes finds', () => {
  const pieces = [
    ...[
      '<a',
      ' ',
      '\n',
      '\u00a0',
      'href',
      'src',
      'id',
      'xid',
      'data-id',
      'class',
      '="',
      '"',
      '=',
      '/x/',
      '#y',
    ],
    ...['&amp;', '&lt;', '&quot;&gt;', '>', 'text', ' href="/z/"', ' id="a b"', ' src=""', '{"k":"v"}'],
  ]
  const references: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
      const html = parts.join('')
      const found = [...html.matchAll(/\s(href|src|id)="([^"]*)"/g)].map(([, name = '', value = '']) => ({
        name,
        value: value.replace(/&(amp|lt|gt|quot);/g, (reference) => references[reference] ?? ''),
      }))
      const { ids, links } = readLinks(html)
      expect([...ids]).toEqual([...new Set(found.flatMap(({ name, value }) => (name === 'id' ? value : [])))])
      expect([...links]).toEqual([
        ...new Set(found.flatMap(({ name, value }) => (name === 'id' ? [] : value))),
      ])
    }),
    { numRuns: 5000, seed: 18 },
  )
})

test('as many dead links as there may be are taken in from elsewhere', () => {
  const links = new Links('/')
  const dead = Array.from({ length: 200_000 }, (_, at) => ({ file: `${at}`, fix: 'mend it' }))
  links.join({ from: new Map(), dead })
  expect(links.found.dead).toHaveLength(dead.length)
})
