import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeAtomic } from '../../scripts/content/batch.ts'
import { inside } from '../../scripts/content/files.ts'
import { loadContent } from '../../scripts/content/load.ts'
import { formatProblem } from '../../scripts/content/problem.ts'
import { check } from '../check.ts'
import { scratchFolder } from '../scratch.ts'

/** As long as an id may be. */
const LONG_IDS = ['a', 'b', 'c'].map((letter) => letter.repeat(120))

/** Each case is a content folder with one thing wrong; what is expected is what an editor is told. */
const WRONG: Record<string, Record<string, string>> = {
  'unknown-field': { 'stories/a.md': '---\nid: a\ntitle: A\npined: true\n---\n' },
  'values-that-are-none-of-those': {
    'stories/a.md':
      '---\nid: a\ntitle: A\nstatus: hidden\nreferences: [{title: A, titleIs: headline, page: 3}]\npinned: 1\n---\n',
    'articles/a.md':
      '---\nid: a\ntitle: A\ntitleFrom: editors\nremoved: {share: -1, related: 1.5, navigation: many, footer: 99999999999999999999}\n---\n',
    'topics/a.md':
      "---\nid: a\nkind: topic\nname: A\nambiguous: ['']\nimplied_by: [{forms: [], with: [a]}]\n---\n",
  },
  'unknown-field-far-from-any': { 'stories/a.md': '---\nid: a\ntitle: A\nxyzzy: true\n---\n' },
  'day-that-does-not-exist': { 'stories/a.md': "---\nid: a\ntitle: A\ndate: '2024-02-30'\n---\n" },
  'day-of-a-year-without-weeks': {
    'stories/a.md': "---\nid: a\ntitle: A\ndate: '0000-01-01'\n---\n",
    'stories/b.md': "---\nid: b\ntitle: B\ndate: '9999-12-31'\n---\n",
    'stories/c.md': "---\nid: c\ntitle: C\ndate: '9999-02-31'\n---\n",
    'stories/d.md': "---\nid: d\ntitle: D\ndate: '1000-01-01'\n---\n",
    'stories/e.md': "---\nid: e\ntitle: E\ndate: '9998-12-31'\n---\n",
  },
  'story-that-does-not-exist': {
    'stories/first-launch.md': '---\nid: first-launch\ntitle: A\n---\n',
    'articles/a.md': '---\nid: a\ntitle: A\ntitleFrom: page\nstory: first-lunch\n---\n',
  },
  'broken-yaml': { 'stories/a.md': '---\nid: a\ntitle: [A\n---\n' },
  'script-as-link': {
    'stories/a.md': '---\nid: a\ntitle: A\nreferences:\n  - title: X\n    url: javascript:alert(1)\n---\n',
  },
  'parents-in-a-circle': {
    'topics/a.md': '---\nid: a\nkind: topic\nname: A\nparent: b\n---\n',
    'topics/b.md': '---\nid: b\nkind: topic\nname: B\nparent: a\n---\n',
  },
  'parent-that-does-not-exist': {
    'topics/north-korea.md': '---\nid: north-korea\nkind: country\nname: North Korea\n---\n',
    'topics/rajin.md': '---\nid: rajin\nkind: place\nname: Rajin\nparent: north-corea\n---\n',
  },
  'alias-claimed-twice': {
    'topics/a.md':
      "---\nid: a\nkind: topic\nname: A\naliases: [Korean People's Army, both]\nshared: [both]\n---\n",
    'topics/b.md': '---\nid: b\nkind: topic\nname: B\naliases: [korean people’s army, both]\n---\n',
  },
  'alias-that-never-matches': {
    'topics/a.md': '---\nid: a\nkind: topic\nname: A\naliases: [Kursk]\nnot_within: [Kursk]\n---\n',
  },
  'part-that-is-a-topic': {
    'topics/a.md': '---\nid: a\nkind: country\nname: A\nparts: [Larkmouth]\noffices: [Salt board]\n---\n',
    'topics/b.md': '---\nid: b\nkind: place\nname: Larkmouth\naliases: [Salt Board]\n---\n',
  },
  'namesake-that-is-a-name': {
    'topics/a.md': '---\nid: a\nkind: topic\nname: A\naliases: [Kursk]\nnamesakes: [Kursk]\n---\n',
  },
  'unknown-tag': {
    'topics/sanctions.md': '---\nid: sanctions\nkind: topic\nname: Sanctions\n---\n',
    'articles/a.md': '---\nid: a\ntitle: A\ntitleFrom: page\ntopics: [sanctoins]\n---\n',
  },
  'publishers-claimed-twice': {
    'publishers.yaml':
      '- {id: a, name: Courier, domains: [a.example]}\n- {id: b, name: Gazette, aliases: [courier], domains: [a.example]}\n',
  },
  'publisher-id-that-is-a-name': {
    'publishers.yaml':
      '- {id: salt-post, name: Salt Post}\n- {id: b, name: Gazette, aliases: [Salt post, B]}\n- {id: gazette, name: The Salt-Post}\n- {id: b, name: Tribune}\n',
  },
  'merged-into-itself': { 'stories/a.md': '---\nid: a\ntitle: A\nmergedInto: a\n---\n' },
  'not-utf-8': {},
  'same-id-twice': {
    'stories/a.md': '---\nid: a\ntitle: A\n---\n',
    'stories/deeper/a.md': '---\nid: a\ntitle: A\n---\n',
    'stories/deeper/b.md': '---\nid: a\ntitle: A\n---\n',
  },
  'instrument-of-nobody': { 'instruments/a.md': "---\nid: a\nname: A\ndate: '2024-01-01'\n---\n" },
  'instrument-of-what-is-not-there': {
    'topics/harbour-board.md': '---\nid: harbour-board\nkind: organisation\nname: Harbour Board\n---\n',
    'stories/salt-embargo.md': '---\nid: salt-embargo\ntitle: A\n---\n',
    'instruments/order-1.md':
      "---\nid: order-1\nname: Order 1\ndate: '2024-01-01'\nissuedBy: [harbor-board]\ntargets: [xyzzy]\nstories: [salt-embarge]\nresult: none\n---\n",
    'instruments/order-2.md':
      "---\nid: order-2\nname: Order 2\ndate: '2024-01-01'\nissuedBy: [harbor-board]\ntargets: [xyzzy]\ntopic: harbour-bord\nstories: [salt-embarge]\n---\n",
  },
  'intersection-of-what-is-not-there': {
    'topics/salt.md': '---\nid: salt\nkind: topic\nname: Salt\n---\n',
    'site.yaml':
      'title: X\ntagline: Y\ndescription: Z\nauthor: A\nurl: https://x.example/\nauthority: {domain: x.example, date: "2024-01-01"}\nintersections: [[salt, slat]]\n',
  },
  'intersection-of-one': {
    'site.yaml':
      'title: X\ntagline: Y\ndescription: Z\nauthor: A\nurl: https://x.example/\nauthority: {domain: x.example, date: "2024-01-01"}\nintersections: [[salt], [salt, salt]]\nledger: {titel: Q}\n',
  },
  'intersection-of-more-than-a-folder-name-holds': {
    ...Object.fromEntries(
      LONG_IDS.map((id) => [`topics/${id}.md`, `---\nid: ${id}\nkind: topic\nname: ${id}\n---\n`]),
    ),
    'site.yaml': `title: X\ntagline: Y\ndescription: Z\nauthor: A\nurl: https://x.example/\nauthority: {domain: x.example, date: "2024-01-01"}\nintersections: [[${LONG_IDS.slice(1).join(', ')}], [${LONG_IDS.join(', ')}]]\n`,
  },
  'page-that-the-site-has-not': {
    'pages/about.md': '---\ntitle: About\n---\n',
    'pages/imprint.md': '---\ntitle: Imprint\n---\n',
    'pages/de/about.md': '---\ntitle: Über uns\n---\n',
  },
  'endings-that-are-not-read': {
    'stories/a.MD': '---\nid: a\ntitle: A\n---\n',
    'articles/b.markdown': '---\nid: b\ntitle: B\ntitleFrom: page\n---\n',
    'topics/deeper/c.Md': '---\nid: c\nkind: topic\nname: C\n---\n',
    'instruments/d.mkd': 'D',
    'pages/about.markdown': 'E',
    'stories/notes.txt': 'Nobody takes this for a story.',
  },
  'site-without-url': {
    'site.yaml':
      'title: X\ntagline: Y\ndescription: Z\nauthor: A\nauthority: {domain: x.example, date: "2024-01-01"}\n',
  },
}

describe('wrong content is named by file, field, value and what to do', () => {
  test.each(Object.entries(WRONG))('%s', (name, files) => {
    const folder = scratchFolder()
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, path, '..'), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    if (name === 'not-utf-8') {
      mkdirSync(join(folder, 'stories'))
      writeFileSync(join(folder, 'stories/a.md'), Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xe9]))
    }
    const lines = loadContent(folder).problems.map((problem) => `${formatProblem(problem)}\n`)
    expect(lines.length).toBeGreaterThan(0)
    check(join(import.meta.dirname, 'wrong'), `${name}.txt`, lines.join(''))
  })
})

test('a Markdown file that is a symbolic link is not read', () => {
  const folder = scratchFolder()
  mkdirSync(join(folder, 'stories'))
  writeFileSync(join(folder, 'secret.txt'), '---\nid: a\ntitle: Secret\n---\n')
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'stories/a.md'))
  const { stories, problems } = loadContent(folder)
  expect(stories).toEqual([])
  expect(problems).toHaveLength(1)
})

test('no path leaves its folder, by dots, from the root or through a link', () => {
  const folder = scratchFolder()
  mkdirSync(join(folder, 'content'))
  symlinkSync('/tmp', join(folder, 'content/link'))
  for (const path of ['../x', 'a/../../x', '/etc/passwd', 'link/x']) {
    expect(() => inside(join(folder, 'content'), path)).toThrow(/leaves its folder|symbolic link/)
    expect(() => writeAtomic(join(folder, 'content'), path, 'x', 'drafts')).toThrow()
  }
})

test('the content that comes with the digest is without a problem', () => {
  const copy = join(scratchFolder(), 'content')
  cpSync('content', copy, { recursive: true })
  const { problems, stories, topics } = loadContent(copy)
  expect(problems).toEqual([])
  expect(stories.length).toBeGreaterThanOrEqual(60)
  expect(topics.length).toBeGreaterThanOrEqual(90)
})
