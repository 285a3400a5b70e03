import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findDeadLinks } from '../../scripts/site/links.ts'
import { scratchFolder } from '../scratch.ts'

test('a built page may link to what is there, to the web and to mail, and to nothing else', () => {
  const folder = scratchFolder()
  const allowed = ['/repo/', '#a', 'https://harbour.example/', 'mailto:desk@harbour.example']
  const others = [
    'javascript:alert(1)',
    'data:text/html,x',
    '//harbour.example/',
    '/',
    '/repo/none/',
    '#none',
  ]
  writeFileSync(
    join(folder, 'index.html'),
    [...allowed, ...others].map((href) => `<a id="a" href="${href}">x</a>`).join(''),
  )
  expect(findDeadLinks(folder, '/repo/').map(({ value }) => value)).toEqual(others)
})
