import { copyFileSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadContent } from '../../scripts/content/load.ts'
import { formatProblem } from '../../scripts/content/problem.ts'
import { buildDigest } from '../../scripts/site/digest.ts'
import { scratchFolder } from '../scratch.ts'

const SITE = `title: X
tagline: Y
description: Z
author: A
url: https://x.example/repo/
authority: {domain: x.example, date: '2024-01-01'}
`

function contentWith(picture: string, put: (folder: string) => void = () => {}) {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'site.yaml'), `${SITE}${picture}`)
  mkdirSync(join(folder, 'pictures'))
  put(folder)
  return loadContent(folder)
}
const named = (file: string) => `picture: {file: '${file}', alt: What is to be seen}\n`

test('its size is read from the file, wherever below the content folder it is', () => {
  const content = contentWith(named('pictures/card.png'), (folder) =>
    copyFileSync('content/picture.png', join(folder, 'pictures/card.png')),
  )
  expect(content.problems).toEqual([])
  expect(buildDigest(content).picture).toEqual({
    width: 1200,
    height: 630,
    alt: 'What is to be seen',
    url: '/repo/picture.png',
    output: 'picture.png',
  })
})

test('without the field there is none', () => {
  const content = contentWith('')
  expect(content.problems).toEqual([])
  expect(buildDigest(content).picture).toBeUndefined()
})

test.each<[string, string, (folder: string) => void, string]>([
  ['is not there', 'card.png', () => {}, 'there is no such file'],
  ['is a folder', 'card.png', (folder) => mkdirSync(join(folder, 'card.png')), 'there is no such file'],
  ['is empty', 'card.png', (folder) => writeFileSync(join(folder, 'card.png'), ''), 'no PNG picture'],
  [
    'is none',
    'card.png',
    (folder) => writeFileSync(join(folder, 'card.png'), '<script>alert(1)</script>'.repeat(9)),
    'no PNG picture',
  ],
  [
    'is a link to a file elsewhere',
    'card.png',
    (folder) => symlinkSync(join(process.cwd(), 'content/picture.png'), join(folder, 'card.png')),
    'a symbolic link',
  ],
  [
    'lies behind a link to a folder elsewhere',
    'linked/picture.png',
    (folder) => symlinkSync(join(process.cwd(), 'content'), join(folder, 'linked')),
    'a symbolic link',
  ],
  [
    'is too large',
    'card.png',
    (folder) => {
      copyFileSync('content/picture.png', join(folder, 'card.png'))
      truncateSync(join(folder, 'card.png'), 6_000_000)
    },
    '5 MB',
  ],
  ['lies outside', '../card.png', () => {}, 'name a .png file'],
  ['is of another kind', 'card.svg', () => {}, 'name a .png file'],
])('one that %s is refused by name', (_, file, put, says) => {
  const problems = contentWith(named(file), put).problems.map(formatProblem)
  expect(problems).toEqual([expect.stringMatching(/^site\.yaml: picture\.file: /)])
  expect(problems[0]).toContain(says)
})
