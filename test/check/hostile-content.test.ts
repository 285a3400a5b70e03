import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { editorsList } from '../../scripts/check/editors-list.ts'
import { formatDocument } from '../../scripts/content/front-matter.ts'
import { check } from '../check.ts'
import { command, scratchFolder } from '../scratch.ts'

const TOPICS = [
  { id: 'larkmouth', kind: 'place', name: 'Larkmouth' },
  { id: 'larkmouth-twin', kind: 'place', name: 'L\u0430rkmouth' },
  { id: 'papua', kind: 'country', name: 'Papya' },
  { id: 'papua-twin', kind: 'country', name: '\u0420\u0430\u0440\u0443\u0430' },
  { id: 'omicron', kind: 'organisation', name: 'Ostrimere', aliases: ['\u039fstrimere'] },
  {
    id: 'plain-russian',
    kind: 'country',
    name: '\u0420\u043e\u0441\u0441\u0438\u044f',
    aliases: ['Rossiya', 'rossiya'],
  },
  { id: 'bidi', kind: 'person', name: 'Anna \u202elleB' },
  { id: 'persian', kind: 'topic', name: '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645' },
]
const PUBLISHERS = `- id: courier
  name: Larkmouth Courier
- id: courier-twin
  name: "Larkmouth C\u03bfurier"
  aliases: ["Larkmouth\u200b Courier"]
`
const ARTICLES = [
  {
    title: 'Gates \u202ebesolc\u202c \u001b[2J\u0007',
    body: 'The gates are shut.\n\nThe fam\u00adily \u{1f469}\u200d\u{1f467} left.\n\nA \u2066turn\u2069 here.',
  },
  { title: 'Gates opened', publisher: 'L\u0430rkmouth Courier', body: 'The gates are open.' },
]

function hostileContent(): string {
  const content = scratchFolder()
  for (const folder of ['topics', 'articles', 'stories']) mkdirSync(join(content, folder))
  cpSync('content/site.yaml', join(content, 'site.yaml'))
  writeFileSync(join(content, 'publishers.yaml'), PUBLISHERS)
  const write = (folder: string, data: { id: string }, body = '') =>
    writeFileSync(join(content, folder, `${data.id}.md`), formatDocument({ data: { ...data }, body }))
  for (const topic of TOPICS) write('topics', topic)
  for (const [at, { body, ...fields }] of ARTICLES.entries())
    write('articles', { id: `gates-${at}`, ...fields, ...{ titleFrom: 'page' } }, body)
  return content
}

test('what nobody sees, what turns text around and names that look like others are shown with their places', () => {
  const { doubtful } = editorsList(hostileContent(), 'no-such-site', '2026-12-01')
  const lines = doubtful.filter((line) => /holds|looks like|mixes/.test(line))
  check(join(import.meta.dirname, 'hostile'), 'expected.txt', `${lines.join('\n')}\n`)
})

test('no command prints what steers a terminal, or lines of a text that look like its own', () => {
  const content = hostileContent()
  writeFileSync(
    join(content, 'articles', 'forged.md'),
    formatDocument({
      data: {
        id: 'forged',
        title: 'Gates\nWrong: nothing',
        titleFrom: 'copy',
        dateFrom: {
          basis: 'stated',
          claimed: 'today\nWrong: nothing',
          confidence: 'low',
          why: 'None\nWrong: 0',
        },
      },
      body: '',
    }),
  )
  writeFileSync(join(content, 'articles', 'wrong.md'), '---\nid: "\\e[2J\\u202E"\n"\\e]0;x\\a": 1\n---\n')
  const { out, err } = command('check', ['--content', content, '--output', 'no-such-site'])
  expect(out).toContain('\\u{1b}[2J')
  expect(out).toContain('Gates\\nWrong: nothing')
  expect(out.match(/^Wrong: .*$/gm)).toHaveLength(1)
  expect(out + err).not.toMatch(/[^\P{C}\n\u200c\u200d]/u)
})
