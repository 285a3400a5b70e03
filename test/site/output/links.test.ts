import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findDeadLinks } from '../../../scripts/site/output/links.ts'
import { scratchFolder } from '../../scratch.ts'

test('a built page may link to what is there, to the web and to mail, and to nothing else', () => {
  const folder = join(scratchFolder(), 'site')
  mkdirSync(folder)
  // What lies beside the site on this machine is none of its pages.
  writeFileSync(join(folder, '../beside.html'), '')
  const allowed = ['/repo/', '#a', 'https://harbour.example/', 'mailto:desk@harbour.example']
  const others = [
    'javascript:alert(1)',
    'data:text/html,x',
    '//harbour.example/',
    '/',
    '/repo/none/',
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
