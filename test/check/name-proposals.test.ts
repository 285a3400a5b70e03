import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { type Account, proposeNames } from '../../scripts/check/name-proposals.ts'
import { parseYaml } from '../../scripts/content/front-matter.ts'
import { loadContent } from '../../scripts/content/load.ts'
import { compileRegistry } from '../../scripts/content/registry.ts'
import { cases, check } from '../check.ts'
import { scratchFolder } from '../scratch.ts'

const registry = compileRegistry(loadContent('content').topics)
const propose = (input: string) =>
  proposeNames(
    (parseYaml(readFileSync(input, 'utf8'), input) as Account[]).map((account, at) => ({
      ...account,
      file: `articles/${at + 1}.md`,
    })),
    registry,
    ['Larkmouth Courier', 'The Larkmouth Courier'],
  )

test.each(cases(join(import.meta.dirname, 'fixtures')))('$name', ({ folder, input }) => {
  check(
    folder,
    'expected.txt',
    propose(input)
      .map((one) => `${one}\n\n`)
      .join(''),
  )
})

test('a proposal pasted as it stands is a topic file without a fault', () => {
  const [first] = propose(join(import.meta.dirname, 'fixtures/three-stories-name-a-harbour/input.yaml'))
  const [heading = '', ...lines] = (first ?? '').split('\n')
  const content = scratchFolder()
  const path = join(content, heading.split(' ')[0] ?? '')
  mkdirSync(dirname(path))
  writeFileSync(path, `${lines.join('\n')}\n`)
  const { topics, problems } = loadContent(content)
  expect(problems).toEqual([])
  expect(topics.map((topic) => topic.name)).toEqual(['Larkmouth'])
})
