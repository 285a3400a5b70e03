import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadContent } from '../../scripts/content/load.ts'
import { formatProblem } from '../../scripts/content/problem.ts'
import { ingest } from '../../scripts/ingest/run.ts'
import { scratchFolder } from '../scratch.ts'

/** A pipe that nobody writes to: whoever reads it waits for ever. */
const pipe = (path: string) => execFileSync('sh', ['-c', 'mkfifo "$0"', path])

/** A report of its own for each number. */
const report = (title: string, at: number) =>
  `${title}\n\nLARKMOUTH (AP) — The harbour office of quay ${at} shut its gates on Monday, the ${at}th time this year, officials said.\n\nNobody on quay ${at} was told why, and ${at * 7} ships wait outside.\n`

/** Runs ingest over source files of these names, given as bytes where they are no text. */
function ingested(
  files: [name: string | Buffer, title?: string][],
  more: (sources: string) => void = () => {},
) {
  const folder = scratchFolder()
  const sources = join(folder, 'sources')
  const content = join(folder, 'content')
  for (const path of [sources, content]) mkdirSync(path)
  for (const [at, [name, title = `Gates of quay ${at} are shut`]] of files.entries())
    writeFileSync(Buffer.concat([Buffer.from(`${sources}/`), Buffer.from(name)]), report(title, at + 1))
  more(sources)
  const { refused, problems } = ingest({ sources, content })
  const loaded = loadContent(content)
  return {
    content,
    refused: refused.map(formatProblem),
    problems: [...problems, ...loaded.problems].map(formatProblem),
    sources: loaded.articles.map(({ source }) => source?.file).sort(),
    ids: [...loaded.articles, ...loaded.stories].map(({ id }) => id),
  }
}

describe('names of source files', () => {
  test('that no system forbids are read, whatever they are', () => {
    const names = [
      'CON.txt',
      'NUL.txt',
      'aux.html',
      'A.txt',
      'a.txt',
      'é.txt',
      'e\u0301.txt',
      '-rf.txt',
      '--help.html',
      ' space .txt',
      'line\nbreak.txt',
      'tab\t\u001b[31mred.txt',
      '\u202etxt.exe.txt',
      `${'x'.repeat(251)}.txt`,
      '__proto__.txt',
      'constructor.txt',
      '{{ 7 * 7 }}.txt',
      '<b>&amp;.html',
      "'; drop.txt",
      '%2e%2e%2fx.txt',
      'x..txt',
      'UPPER.TXT',
    ]
    const { sources, refused, problems, content } = ingested(names.map((name) => [name]))
    expect({ refused, problems }).toEqual({ refused: [], problems: [] })
    expect(sources).toEqual([...names].sort())
    const again = ingest({ sources: join(content, '../sources'), content })
    expect(new Set(again.files.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']))
  })

  test('that cannot be read, or should not, are named with the reason, and the others are read', () => {
    const { sources, refused, problems } = ingested(
      [
        ['good.txt'],
        [Buffer.from([0x62, 0xe9, 0xff, 0x2e, 0x74, 0x78, 0x74])],
        ['.hidden.txt'],
        ['.. ..txt'],
        ['._good.txt'],
        ['notes.pdf'],
      ],
      (folder) => {
        mkdirSync(join(folder, 'folder.txt'))
        writeFileSync(join(folder, 'folder.txt', 'inner.txt'), report('Gates in a folder are shut', 30))
        symlinkSync('/etc/passwd', join(folder, 'link.txt'))
        symlinkSync('/etc', join(folder, 'linked'))
        symlinkSync('link.txt', join(folder, 'loop.txt'))
        pipe(join(folder, 'pipe.txt'))
      },
    )
    const link = 'a symbolic link or special file is not read; put a plain file there'
    expect(refused.sort()).toEqual([
      '.. ..txt: a name that begins with a dot is passed over; rename the file',
      '.hidden.txt: a name that begins with a dot is passed over; rename the file',
      'b\\xe9\\xff.txt: the name is not UTF-8; rename it',
      `link.txt: ${link}`,
      `linked: ${link}`,
      `loop.txt: ${link}`,
      'notes.pdf: not a .txt or .html file; rename or remove it',
      `pipe.txt: ${link}`,
    ])
    expect(problems).toEqual([])
    expect(sources).toEqual(['folder.txt/inner.txt', 'good.txt'])
  })

  test('and what steers a terminal are shown escaped', () => {
    const { refused } = ingested([['a\nrefused  b\u001b[2J\u202e.pdf']])
    expect(refused).toEqual([
      'a\\nrefused  b\\u{1b}[2J\\u{202e}.pdf: not a .txt or .html file; rename or remove it',
    ])
  })
})

test('no title gives an id that some system cannot check out, or two that it takes for one', () => {
  const titles = [
    'Con',
    'NUL',
    'aux.',
    'COM1',
    '../../etc/passwd',
    '..',
    '/',
    'Ｃｏｎ',
    'Straße',
    'STRASSE',
    'Gates é',
    'Gates e\u0301',
    'gates É',
    '\u202enoc',
    'x'.repeat(300),
    '北朝鮮',
  ]
  const { ids, content } = ingested(titles.map((title, at) => [`${at}.txt`, title]))
  const files = readdirSync(content, { recursive: true }).map(String)
  expect(ids.length).toBeGreaterThanOrEqual(titles.length)
  for (const id of ids) expect(id).toMatch(/^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9]+(?:-[a-z0-9]+)*$/)
  for (const file of files) expect(file).toMatch(/^[a-z0-9.\-/]+$/)
  expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(files.length)
})

describe('front matter that points out of its folder', () => {
  const article = (fields: string) =>
    `---\nid: gate\ntitle: Gates are shut\ntitleFrom: page\n${fields}\n---\n\nThe gates are shut.\n`

  test.each([
    ['id: ../../gate', 'id: "../../gate": write an id'],
    ['story: ../gate', 'story: "../gate": write an id'],
    ['topics: [../../etc]', 'topics.0: "../../etc": write an id'],
    ['url: file:///etc/passwd', 'url: "file:///etc/passwd": write an address'],
  ])('%s is refused', (field, problem) => {
    const content = scratchFolder()
    mkdirSync(join(content, 'articles'))
    const text = field.startsWith('id:') ? article('').replace('id: gate', field) : article(field)
    writeFileSync(join(content, 'articles', 'gate.md'), text)
    expect(loadContent(content).problems.map(formatProblem).join('\n')).toContain(
      `articles/gate.md: ${problem}`,
    )
  })

  test('names a source that ingest neither reads nor writes', () => {
    const folder = scratchFolder()
    const content = join(folder, 'content')
    mkdirSync(join(content, 'articles'), { recursive: true })
    mkdirSync(join(folder, 'sources'))
    const outside = join(folder, 'outside.txt')
    writeFileSync(outside, report('Gates outside are shut', 1))
    const text = article(`source: { file: ../outside.txt, sha256: '${'0'.repeat(64)}' }`)
    writeFileSync(join(content, 'articles', 'gate.md'), text)
    expect(ingest({ sources: join(folder, 'sources'), content })).toMatchObject({
      files: [],
      refused: [],
      problems: [],
    })
    expect(readFileSync(join(content, 'articles', 'gate.md'), 'utf8')).toBe(text)
    expect(readFileSync(outside, 'utf8')).toBe(report('Gates outside are shut', 1))
  })
})

test('a content file that is a link or a pipe is named, and stops neither reading nor the others', () => {
  const content = scratchFolder()
  pipe(join(content, 'site.yaml'))
  symlinkSync('/etc/passwd', join(content, 'publishers.yaml'))
  const fix = 'a symbolic link or special file is not read; put a plain file there'
  expect(loadContent(content).problems.map(formatProblem)).toEqual([
    `site.yaml: ${fix}`,
    `publishers.yaml: ${fix}`,
  ])
})
