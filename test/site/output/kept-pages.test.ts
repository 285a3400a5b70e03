import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { scratchContent, scratchFolder, textsBelow } from '../../scratch.ts'

/** What an editor, or ingest, may do to the content between two builds. */
const EDITS: [what: string, edit: (content: string) => void][] = [
  ['nothing', () => {}],
  [
    'another headline of a story',
    (at) => change(at, 'stories/two', /title: .*/, "title: 'The price of brine'"),
  ],
  ['another text of an article', (at) => change(at, 'articles/two-b', /Nobody was hurt/, 'One man was hurt')],
  [
    'another headline of an article',
    (at) => change(at, 'articles/two-b', /title: .*/, "title: 'Brine, again'"),
  ],
  ['an article that becomes a copy', (at) => cpBody(at, 'articles/two-a', 'articles/two-b')],
  [
    'a story with another day and topic',
    (at) => change(at, 'stories/one', /date: .*\ntopics: .*/, "date: '2023-02-03'\ntopics: [salt, ash]"),
  ],
  [
    'a story more',
    (at) => put(at, 'stories/four', "title: 'Ash'\ndate: '2023-02-09'\ntopics: [ash, salt, brine]"),
  ],
  ['an article moved to another story', (at) => change(at, 'articles/two-b', /story: .*/, 'story: one')],
  [
    'a story less',
    (at) => {
      for (const file of ['stories/three', 'articles/three-a', 'articles/three-b'])
        rmSync(join(at, `${file}.md`))
    },
  ],
  ['stories merged', (at) => put(at, 'stories/four', 'mergedInto: one')],
  ['another name of a topic', (at) => change(at, 'topics/ash', /name: .*/, 'name: Potash')],
  ['another size of the picture', (at) => widen(join(at, 'picture.png'))],
  [
    'another right of a publisher',
    (at) => change(at, 'publishers', /republish: full/, 'republish: link', 'yaml'),
  ],
]

function change(content: string, file: string, what: RegExp, to: string, type = 'md'): void {
  const path = join(content, `${file}.${type}`)
  const before = readFileSync(path, 'utf8')
  expect(before).toMatch(what)
  writeFileSync(path, before.replace(what, to))
}

/** Says another width in the header of a PNG, at its place in the first chunk. */
function widen(picture: string): void {
  const bytes = readFileSync(picture)
  bytes.writeUInt32BE(bytes.readUInt32BE(16) + 1, 16)
  writeFileSync(picture, bytes)
}

function put(content: string, file: string, fields: string, body = ''): void {
  const path = join(content, `${file}.md`)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `---\nid: ${file.split('/')[1]}\n${fields}\n---\n${body}`)
}

function cpBody(content: string, from: string, to: string): void {
  const body = readFileSync(join(content, `${from}.md`), 'utf8').split('---\n')[2] ?? ''
  const path = join(content, `${to}.md`)
  writeFileSync(path, readFileSync(path, 'utf8').replace(/---\n[^-]*$/, `---\n${body}`))
}

const BODY = `The salt board said on Monday that the price of brine would rise.

“Nobody will pay more for ash,” said Mira Tolan, who leads the salt board. Nobody was hurt.

The works at the harbour have 1,200 pans, of which forty were open when the board met to hear the owners.`

function makeContent(): string {
  const content = scratchContent('site.yaml')
  change(content, 'site', /leadTopics:\n(?: {2}- .*\n)+/, 'leadTopics: [salt]\n', 'yaml')
  change(content, 'site', /intersections:\n(?: {2}- .*\n)+/, 'intersections: [[ash, brine]]\n', 'yaml')
  for (const name of ['salt', 'ash', 'brine', 'Mira Tolan'])
    put(
      content,
      `topics/${name.toLowerCase().replace(' ', '-')}`,
      `kind: ${name.includes(' ') ? 'person' : 'topic'}\nname: ${name}`,
      `About ${name}.`,
    )
  writeFileSync(
    join(content, 'publishers.yaml'),
    '- id: post\n  name: Salt Post\n  domains: [salt.example]\n  republish: full\n',
  )
  const days: Record<string, string> = { one: '01', two: '05', three: '07' }
  for (const [story, day] of Object.entries(days)) {
    put(
      content,
      `stories/${story}`,
      `title: 'Salt, part ${story}'\ndate: '2023-02-${day}'\ntopics: [salt, brine]`,
    )
    for (const [name, text] of [
      ['a', BODY],
      [
        'b',
        `${BODY.replaceAll('1,200', '900')}\n\nThe ${story} works are to close for a year, and the men who work there will be paid.`,
      ],
    ])
      put(
        content,
        `articles/${story}-${name}`,
        `title: 'Salt ${story} ${name}'\ntitleFrom: page\ndate: '2023-02-${day}'\npublisher: Salt ${name === 'a' ? 'Post' : 'News'}\ntopics: [salt]\nsummary: 'Of ${story}.'\nstory: ${story}\nstatus: published`,
        text
          ?.split('\n\n')
          .map((part) => `${part} (${story}${name})`)
          .join('\n\n'),
      )
  }
  return content
}

const steps: string[] = []

beforeAll(() => {
  const [content, folder] = [makeContent(), scratchFolder()]
  for (const [at, [, edit]] of EDITS.entries()) {
    edit(content)
    const step = join(folder, `step-${at}`)
    cpSync(content, step, { recursive: true })
    steps.push(step)
  }
})

const keptBy = new Map<string, number[]>()

describe.each(['apart', 'staying'])('built by a process that is %s', (how) => {
  const folder = scratchFolder()

  beforeAll(() => {
    const script = join(import.meta.dirname, 'build-steps.ts')
    const args = ['--import', 'tsx', script, how, folder, steps[0] ?? '', ...steps]
    const run = spawnSync(process.execPath, args, { encoding: 'utf8' })
    expect(run.status, run.stderr).toBe(0)
  })

  test.each(EDITS.map(([what], at) => [what, at + 1] as const))(
    'after %s the site is what it would be if it were built anew',
    (_, at) => {
      expect(textsBelow(join(folder, `after-${at}`))).toEqual(textsBelow(join(folder, `anew-${at}`)))
    },
  )

  test('what did not change is not rendered again', () => {
    const kept = EDITS.map((_, at) => Number(readFileSync(join(folder, `kept-${at + 1}`), 'utf8')))
    keptBy.set(how, kept)
    expect(kept[0]).toBeGreaterThan(15)
    expect(kept[1]).toBeGreaterThan(0)
    expect(Math.max(...kept.slice(1))).toBeLessThan(kept[0] ?? 0)
  })
})

test('what is at hand decides nothing', () => {
  expect(keptBy.get('staying')).toEqual(keptBy.get('apart'))
})
