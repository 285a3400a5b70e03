import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import yaml from 'js-yaml'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../scripts/content/article.ts'
import { loadContent } from '../../scripts/content/load.ts'
import { takeLock } from '../../scripts/content/lock.ts'
import { plainBlocks } from '../../scripts/content/markdown.ts'
import { ingest } from '../../scripts/ingest/run.ts'
import { buildDigest } from '../../scripts/site/digest.ts'
import { check } from '../check.ts'
import { command, SHARED, scratchContent, scratchFolder, textsBelow } from '../scratch.ts'

const SAMPLES = 'content/sources'

const fileOf = (articles: Article[], source: string): Article => {
  const found = articles.find((article) => article.source?.file === source)
  if (!found) throw new Error(`no article of ${source}`)
  return found
}

describe('the sample texts', () => {
  test('become the articles that an editor expects, each in the story of its event', () => {
    const content = scratchContent('topics', 'stories', 'publishers.yaml')
    const report = ingest({ sources: SAMPLES, content })
    expect(report).toMatchObject({ refused: [], problems: [] })
    const { articles, problems } = loadContent(content)
    expect(problems).toEqual([])
    const rows = articles.map(
      ({ source, title, titleFrom, date, dateFrom, publisher, agency, authors, dateline, story, body }) => ({
        file: source?.file,
        title,
        titleFrom,
        date,
        claimed: date ? undefined : dateFrom?.claimed,
        publisher,
        agency,
        authors,
        dateline,
        story,
        paragraphs: plainBlocks(body).length,
      }),
    )
    rows.sort((a, b) => ((a.file ?? '') < (b.file ?? '') ? -1 : 1))
    check(
      join(import.meta.dirname, 'samples'),
      'expected.yaml',
      yaml.dump(JSON.parse(JSON.stringify(rows)), { lineWidth: -1 }),
    )
  })

  test('are grouped alike without stories to join, two events of one day apart', () => {
    const content = scratchContent('topics', 'publishers.yaml')
    ingest({ sources: SAMPLES, content })
    const { articles } = loadContent(content)
    const story = (file: string) => fileOf(articles, file).story
    expect(
      new Set(
        [
          '001-wire-containers.txt',
          '002-farm-containers.txt',
          '003-courier-containers.txt',
          '004-tribune-containers.txt',
        ].map(story),
      ).size,
    ).toBe(1)
    expect(story('010-brackwater-generals.txt')).not.toBe(story('011-brackwater-eu15.txt'))
    expect(story('008-qps-panel.txt')).toBe(story('009-gazette-panel.txt'))
  })
})

describe.skipIf(!existsSync(join(SHARED, 'sources')))(
  'the two collected texts (skipped where ../shared/sources is absent)',
  () => {
    test('join the story that the digest has, with one headline and no date that the text contradicts', () => {
      const content = scratchContent('topics', 'stories')
      const first = command('ingest', ['--sources', join(SHARED, 'sources'), '--content', content])
      expect(first).toMatchObject({ code: 0 })
      const { articles } = loadContent(content)
      expect(articles).toHaveLength(2)
      const farm = articles.find((article) => article.publisher === 'SecureNest Finance')
      const clean = articles.find((article) => article !== farm)
      const rawOf = (article?: Article) =>
        readFileSync(join(SHARED, 'sources', article?.source?.file ?? ''), 'utf8')
      // The page prints it below its menu.
      const headline = rawOf(farm).split('\n')[1]?.trim()
      expect(headline).toMatch(/^White House says .* from North Korea$/)
      expect(farm).toMatchObject({
        title: headline,
        titleFrom: 'page',

        agency: 'AP',
        dateline: 'WASHINGTON',
        story: 'putin-kim-letters',
        dateFrom: {
          claimed: '2025-04-14 20:26:49',
          confidence: 'low',
          why: expect.stringMatching(/Monday.*Wednesday/),
        },
      })
      expect(clean).toMatchObject({
        title: headline,
        titleFrom: 'copy',
        story: 'putin-kim-letters',
      })
      expect([farm?.date, clean?.date]).toEqual([undefined, undefined])
      for (const [article, count] of [
        [farm, 4],
        [clean, 14],
      ] as const) {
        const raw = rawOf(article)
        const paragraphs = plainBlocks(article?.body ?? '')
        expect(paragraphs).toHaveLength(count)
        for (const paragraph of paragraphs)
          expect(raw.split('\n').map((line) => line.trim())).toContain(paragraph)
        expect(article?.topics).toEqual(
          expect.arrayContaining([
            'russia',
            'north-korea',
            'ukraine',
            'iran',
            'vladimir-putin',
            'kim-jong-un',
            'john-kirby',
            'sergei-shoigu',
            'white-house',
            'national-security-council',
            'munitions',
            'artillery',
            'war-in-ukraine',
          ]),
        )
      }
      expect(clean?.topics).toEqual(
        expect.arrayContaining([
          'sanctions',
          'linda-thomas-greenfield',
          'wagner-group',
          'un-security-council',
        ]),
      )
      expect(clean?.body).not.toMatch(/sanction/i)

      const before = textsBelow(content)
      const second = command('ingest', ['--sources', join(SHARED, 'sources'), '--content', content])
      expect(second.code).toBe(0)
      expect(textsBelow(content)).toEqual(before)
    })
  },
)

test('a story from which the article that spoke for it was moved takes the headline of another', () => {
  const content = scratchContent('topics', 'publishers.yaml')
  ingest({ sources: SAMPLES, content })
  const { articles, stories } = loadContent(content)
  const story = stories.find(({ id }) => id === fileOf(articles, '008-qps-panel.txt').story)
  const left = articles.find(({ id }) => id === story?.lead)
  const path = join(content, left?.file ?? '')
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^story: .*$/m, 'story: split-off'))
  writeFileSync(join(content, 'stories/split-off.md'), '---\nid: split-off\ntitle: Split off\n---\n')

  const split = loadContent(content)
  const shown = (loaded: typeof split) =>
    buildDigest({ ...loaded, site: loadContent('content').site }).stories.find(({ id }) => id === story?.id)
  expect(shown(split)?.title).not.toBe(left?.title)
  ingest({ sources: SAMPLES, content })
  const after = loadContent(content)
  const now = after.stories.find(({ id }) => id === story?.id)
  const speaker = after.articles.find(({ id }) => id === now?.lead)
  expect(speaker).toMatchObject({ story: story?.id, title: now?.title })
  expect(now?.title).not.toBe(left?.title)
  expect(shown(after)?.title).toBe(now?.title)
})

describe('a headline that an editor corrected', () => {
  const setUp = () => {
    const content = scratchContent('topics', 'publishers.yaml')
    const run = () => ingest({ sources: SAMPLES, content })
    run()
    const { articles, stories } = loadContent(content)
    const story = stories.find(({ id }) => id === fileOf(articles, '008-qps-panel.txt').story)
    const own = articles.filter((article) => article.story === story?.id)
    const lead = own.find(({ id }) => id === story?.lead)
    if (!story || !lead) throw new Error('there is a story with a lead')
    const edit = (file: string, field: RegExp, text: string) => {
      const path = join(content, file)
      writeFileSync(path, readFileSync(path, 'utf8').replace(field, text))
    }
    const shown = () => {
      const loaded = loadContent(content)
      const { stories } = buildDigest({ ...loaded, site: loadContent('content').site })
      return stories.find(({ id }) => id === story.id)?.title
    }
    const titleOf = () => loadContent(content).stories.find(({ id }) => id === story.id)?.title
    return { content, run, story, lead, others: own.filter((one) => one !== lead), edit, shown, titleOf }
  }
  const TITLE = /^title: .*\n( {2,}.*\n)*/m
  const BETTER = 'title: Quill Panel finds nothing\n'

  test('is the headline of the story that the article speaks for, and a further run writes nothing', () => {
    const { content, run, lead, edit, shown, titleOf } = setUp()
    edit(lead.file, TITLE, BETTER)
    run()
    expect([titleOf(), shown()]).toEqual(['Quill Panel finds nothing', 'Quill Panel finds nothing'])
    const before = textsBelow(content)
    run()
    expect(textsBelow(content)).toEqual(before)

    edit(lead.file, TITLE, `title: '${lead.title.replaceAll("'", "''")}'\n`)
    run()
    expect(titleOf()).toBe(lead.title)
  })

  test('stays when the other articles are given another story', () => {
    const { content, run, lead, others, edit, shown, titleOf } = setUp()
    const [left, ...rest] = [lead, ...others].reverse()
    if (!left) throw new Error('there are articles')
    edit(left.file, TITLE, BETTER)
    for (const { file } of rest) edit(file, /^story: .*$/m, 'story: split-off')
    writeFileSync(join(content, 'stories/split-off.md'), '---\nid: split-off\ntitle: Split off\n---\n')
    run()
    expect([titleOf(), shown()]).toEqual(['Quill Panel finds nothing', 'Quill Panel finds nothing'])
  })

  test("leaves a story's own title alone, without a conflict, also where the article is corrected afterwards", () => {
    const { content, run, story, lead, edit, shown, titleOf } = setUp()
    edit(story.file, TITLE, 'title: Of their own\n')
    edit(lead.file, TITLE, BETTER)
    expect(run().files.filter(({ outcome }) => outcome === 'in conflict')).toEqual([])
    expect([titleOf(), shown()]).toEqual(['Of their own', 'Of their own'])
    const before = textsBelow(content)
    run()
    expect(textsBelow(content)).toEqual(before)
  })
})

describe('a second run', () => {
  const setUp = () => {
    const content = scratchContent('topics', 'stories', 'publishers.yaml')
    const sources = join(scratchFolder(), 'sources')
    mkdirSync(sources)
    for (const name of ['010-brackwater-generals.txt', '011-brackwater-eu15.txt'])
      writeFileSync(join(sources, name), readFileSync(join(SAMPLES, name)))
    ingest({ sources, content })
    const article = fileOf(loadContent(content).articles, '010-brackwater-generals.txt')
    return { content, sources, article, path: join(content, article.file) }
  }

  test('writes nothing when nothing changed', () => {
    const { content, sources, path } = setUp()
    const before = [textsBelow(content), statSync(path).mtimeMs]
    ingest({ sources, content })
    expect([textsBelow(content), statSync(path).mtimeMs]).toEqual(before)
  })

  test('keeps what an editor changed', () => {
    const { content, sources, path } = setUp()
    const edited = readFileSync(path, 'utf8')
      .replace(/^title: .*$/m, 'title: A better headline')
      .replace('status: published', 'status: draft')
    writeFileSync(path, edited)
    expect(ingest({ sources, content }).files).toContainEqual({
      path: expect.stringContaining('articles/'),
      outcome: 'edited and kept',
    })
    expect(readFileSync(path, 'utf8')).toBe(edited)
  })

  test('says that an edit is in conflict when the source changed too, and still keeps it', () => {
    const { content, sources, path } = setUp()
    const edited = readFileSync(path, 'utf8').replace(/^title: .*$/m, 'title: A better headline')
    writeFileSync(path, edited)
    const source = join(sources, '010-brackwater-generals.txt')
    writeFileSync(source, readFileSync(source, 'utf8').replace('generals', 'commanders'))
    const { code, out } = command('ingest', ['--sources', sources, '--content', content])
    expect(code).toBe(1)
    expect(out).toMatch(/in conflict {2}articles\//)
    expect(readFileSync(path, 'utf8')).toBe(edited)
    const [conflict = ''] = readdirSync(join(content, '.ingest/conflicts/articles'))
    const file = join(content, '.ingest/conflicts/articles', conflict)
    expect(readFileSync(file, 'utf8')).toMatch(/A better headline[\s\S]*commanders/)
    expect(command('check', ['--content', content, '--output', '/no/such/site']).out).toContain(
      ': in conflict: ',
    )

    rmSync(file)
    expect(ingest({ sources, content }).files.map(({ outcome }) => outcome)).not.toContain('in conflict')
    expect(existsSync(file)).toBe(false)
    expect(readFileSync(path, 'utf8')).toBe(edited)
    writeFileSync(
      source,
      readFileSync(source, 'utf8').replace('Golden Triangle Bank', 'Silver Triangle Bank'),
    )
    expect(ingest({ sources, content }).files).toContainEqual(expect.objectContaining({ outcome: 'merged' }))
    expect(readFileSync(path, 'utf8')).toMatch(/A better headline[\s\S]*Silver Triangle Bank/)
  })

  test('takes into an edited file what changed elsewhere in its source', () => {
    const { content, sources, path } = setUp()
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(/^topics:$/m, "# the desk's\ntopics:\n  - sdn-list"),
    )
    const source = join(sources, '010-brackwater-generals.txt')
    writeFileSync(
      source,
      readFileSync(source, 'utf8').replace('Golden Triangle Bank', 'Silver Triangle Bank'),
    )
    const before = readFileSync(path, 'utf8')
    expect(command('ingest', ['--sources', sources, '--content', content]).code).toBe(0)
    const after = readFileSync(path, 'utf8')
    expect(after).toContain("# the desk's\ntopics:\n  - sdn-list")
    expect(after).toContain('Silver Triangle Bank')
    expect(after.length).toBe(before.length)
  })

  test('waits for no other run, and for a dead one least of all', () => {
    const { content, sources } = setUp()
    const lock = takeLock(content, '.ingest/lock', 'ingest')
    const { code, err } = command('ingest', ['--sources', sources, '--content', content])
    expect([code, err]).toEqual([1, expect.stringContaining(`process ${process.pid}`)])
    lock.release()
    writeFileSync(
      join(content, '.ingest/lock'),
      JSON.stringify({ pid: process.pid, host: hostname(), born: '1' }),
    )
    expect(command('ingest', ['--sources', sources, '--content', content]).code).toBe(0)
    expect(existsSync(join(content, '.ingest/lock'))).toBe(false)
  })

  test('takes another text under the same name for another article', () => {
    const { content, sources, path } = setUp()
    const before = readFileSync(path, 'utf8')
    writeFileSync(
      join(sources, '010-brackwater-generals.txt'),
      readFileSync(join(SAMPLES, '021-courier-rosneft.txt')),
    )
    ingest({ sources, content })
    expect(readFileSync(path, 'utf8')).toBe(before)
    expect(
      loadContent(content)
        .articles.map((article) => article.story)
        .sort(),
    ).toEqual(['eu-15th-package', 'us-sanctions-dprk-generals', 'us-uk-sanction-rosneft-lukoil'])
  })

  test('takes nothing for edited that a run wrote before it was cut off', () => {
    const { content, sources, path } = setUp()
    const state = join(content, '.ingest/written.json')
    const source = join(sources, '010-brackwater-generals.txt')
    writeFileSync(
      source,
      readFileSync(source, 'utf8').replace('Golden Triangle Bank', 'Silver Triangle Bank'),
    )
    const old = readFileSync(path, 'utf8')
    ingest({ sources, content })
    const [written, record] = [readFileSync(path, 'utf8'), readFileSync(state, 'utf8')]
    expect(written).not.toBe(old)
    // As the run leaves it between its note of what it is about to write and its note that it did.
    const hash = (text: string) => createHash('sha256').update(text).digest('hex')
    writeFileSync(state, record.replace(hash(written), `${hash(old)}","next":"${hash(written)}`))
    for (const cutOff of [old, written]) {
      writeFileSync(path, cutOff)
      expect(ingest({ sources, content }).files.map((file) => file.outcome)).not.toContain('edited and kept')
      expect(readFileSync(path, 'utf8')).toBe(written)
    }
  })

  test('opens no story and rewrites no article while it cannot read what it needs', () => {
    const { content, sources } = setUp()
    const before = loadContent(content).articles
    writeFileSync(join(content, 'publishers.yaml'), 'not: [a list')
    writeFileSync(join(content, 'stories/bybit-theft.md'), '---\nbroken: [\n---\n')
    writeFileSync(join(sources, 'bybit.html'), readFileSync(join(SAMPLES, '015-kestrel-bybit.html')))
    ingest({ sources, content })
    const after = loadContent(content).articles
    expect(after.filter((article) => article.source?.file !== 'bybit.html')).toEqual(before)
    expect(fileOf(after, 'bybit.html').story).toBeUndefined()
  })

  test('takes line ends and a byte order mark for no edit', () => {
    const { content, sources, path } = setUp()
    writeFileSync(path, `\uFEFF${readFileSync(path, 'utf8').replaceAll('\n', '\r\n')}`)
    expect(ingest({ sources, content }).files.map((file) => file.outcome)).not.toContain('edited and kept')
  })

  test('never brings back what an editor deleted', () => {
    const { content, sources, path } = setUp()
    rmSync(path)
    const { files } = ingest({ sources, content })
    expect(files).toContainEqual({
      path: expect.stringContaining('articles/'),
      outcome: 'deleted and left so',
    })
    expect(existsSync(path)).toBe(false)
  })

  test('follows a source that was renamed, and keeps the article of one that is gone', () => {
    const { content, sources, path, article } = setUp()
    renameSync(join(sources, '010-brackwater-generals.txt'), join(sources, 'renamed.txt'))
    rmSync(join(sources, '011-brackwater-eu15.txt'))
    ingest({ sources, content })
    const { articles } = loadContent(content)
    expect(articles).toHaveLength(2)
    expect(fileOf(articles, 'renamed.txt').id).toBe(article.id)
    expect(existsSync(path)).toBe(true)
  })

  test('follows two sources of the same bytes that were both renamed', () => {
    const { content, sources } = setUp()
    const at = (name: string) => join(sources, name)
    writeFileSync(at('copy.txt'), readFileSync(at('010-brackwater-generals.txt')))
    ingest({ sources, content })
    const ids = () => loadContent(content).articles.map(({ id }) => id)
    const before = ids()
    renameSync(at('010-brackwater-generals.txt'), at('one.txt'))
    renameSync(at('copy.txt'), at('two.txt'))
    const { files } = ingest({ sources, content })
    expect(ids()).toEqual(before)
    expect(files.filter(({ outcome }) => outcome === 'new')).toEqual([])
    expect(fileOf(loadContent(content).articles, 'one.txt')).not.toEqual(
      fileOf(loadContent(content).articles, 'two.txt'),
    )
  })

  test('leaves an article in the story that an editor moved it to', () => {
    const { content, sources, path } = setUp()
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^story: .*$/m, 'story: eu-15th-package'))
    ingest({ sources, content })
    expect(fileOf(loadContent(content).articles, '010-brackwater-generals.txt').story).toBe('eu-15th-package')
  })

  test('writes nothing in a dry run', () => {
    const content = scratchContent('topics', 'publishers.yaml')
    const before = textsBelow(content)
    const { files } = ingest({ sources: SAMPLES, content, dryRun: true })
    expect(files.filter((file) => file.outcome === 'new').length).toBeGreaterThan(20)
    expect(textsBelow(content)).toEqual(before)
  })
})

describe('lines that the texts of one publisher repeat', () => {
  const SLOGAN = 'This outlet reports from the coast every day of the year and answers to its readers alone.'
  const names = ['003-courier-containers.txt', '018-courier-msmt.txt', '021-courier-rosneft.txt']
  const setUp = () => {
    const content = scratchContent('topics', 'publishers.yaml')
    const sources = join(scratchFolder(), 'sources')
    mkdirSync(sources)
    const put = (name: string) => {
      const lines = readFileSync(join(SAMPLES, name), 'utf8').trimEnd().split('\n')
      const last = lines.findLastIndex((line) => line.length > 150)
      writeFileSync(join(sources, name), `${lines.toSpliced(last + 1, 0, SLOGAN).join('\n')}\n`)
    }
    const bodies = () => loadContent(content).articles.map((article) => plainBlocks(article.body))
    return { content, sources, put, bodies }
  }

  test('are left out at the ends of a body from three texts on, whichever comes first', () => {
    const { content, sources, put, bodies } = setUp()
    for (const name of names.slice(0, 2)) put(name)
    ingest({ sources, content })
    expect(bodies().filter((body) => body.includes(SLOGAN))).toHaveLength(2)
    for (const name of names) put(name)
    ingest({ sources, content })
    expect(bodies()).toHaveLength(3)
    expect(bodies().filter((body) => body.includes(SLOGAN))).toEqual([])
  })

  test('are not mistaken for revisions of one report', () => {
    const { content, sources, bodies } = setUp()
    const text = readFileSync(join(SAMPLES, '021-courier-rosneft.txt'), 'utf8')
    for (const copy of ['a.txt', 'b.txt', 'c.txt', 'd.txt'])
      writeFileSync(join(sources, copy), `${text}\n\nRevision ${copy}\n`)
    ingest({ sources, content })
    expect(bodies().map((body) => body.length)).toEqual([8, 8, 8, 8])
  })

  test('are remembered when the texts that showed them are gone', () => {
    const { content, sources, put, bodies } = setUp()
    for (const name of names) put(name)
    ingest({ sources, content })
    for (const name of names.slice(0, 2)) rmSync(join(sources, name))
    ingest({ sources, content })
    expect(bodies().filter((body) => body.includes(SLOGAN))).toEqual([])
  })

  test('count once in a text that was renamed or stands there twice, whatever it was called before', () => {
    const { content, sources, put, bodies } = setUp()
    const [first, second] = names as [string, string]
    const at = (name: string) => join(sources, name)
    const kept = () => {
      ingest({ sources, content })
      return bodies().filter((body) => body.includes(SLOGAN)).length
    }
    for (const name of [first, second]) put(name)
    expect(kept()).toBe(2)
    for (const name of ['one.txt', 'two.txt']) {
      renameSync(at(readdirSync(sources).includes(first) ? first : 'one.txt'), at(name))
      expect(kept()).toBe(2)
    }
    writeFileSync(at('two.txt'), readFileSync(at('two.txt'), 'utf8').replaceAll(' said', ' stated'))
    expect(kept()).toBe(2)
    writeFileSync(at('copy.txt'), readFileSync(at(second)))
    expect(kept()).toBe(3)
  })
})

test('--explain prints each line with its verdict and why, and writes nothing', () => {
  const { code, out } = command('ingest', ['--explain', join(SAMPLES, '002-farm-containers.txt')])
  expect(code).toBe(0)
  expect(out).toMatch(/ 5 {2}body {8}WASHINGTON \(QPS\)/)
  expect(out).toMatch(/related {5}Related\n/)
  expect(out).toMatch(/claimed {4}2025-04-15 21:07:33/)
})

describe('bad input', () => {
  test('is answered in one line each, and the rest of the run goes on', () => {
    const content = scratchContent('topics', 'stories', 'publishers.yaml')
    const sources = join(scratchFolder(), 'sources')
    mkdirSync(sources)
    writeFileSync(join(sources, 'good.txt'), readFileSync(join(SAMPLES, '010-brackwater-generals.txt')))
    writeFileSync(join(sources, 'empty.txt'), '')
    writeFileSync(join(sources, 'one-line.txt'), 'word '.repeat(210_000))
    writeFileSync(
      join(sources, 'binary.txt'),
      Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 37) % 256)),
    )
    writeFileSync(
      join(sources, 'menus.txt'),
      'Home\nNews\nSport\nWeather\nSign in\nHome > World > Asia > Korea\n',
    )
    writeFileSync(join(sources, 'picture.png'), 'not a text')
    symlinkSync('/etc/hostname', join(sources, 'link.txt'))
    writeFileSync(join(content, 'articles-are-not-here.md'), 'ignored')
    mkdirSync(join(content, 'articles'))
    writeFileSync(join(content, 'articles', 'broken.md'), '---\nid: broken\ntitle: "no end\n---\n')
    writeFileSync(join(content, 'articles', 'code.md'), '---js\n{ title: process.exit(7) }\n---\n')
    writeFileSync(
      join(content, 'articles', 'extra.md'),
      '---\nid: extra\ntitel: X\ntitle: X\ntitleFrom: page\nstory: nowhere\n---\n',
    )
    writeFileSync(
      join(content, 'stories', 'lost.md'),
      '---\nid: lost\ntitle: X\nlead: nobody\ntopics: [rusia]\n---\n',
    )
    const before = textsBelow(join(content, 'articles'))
    const { code, out, err } = command('ingest', ['--sources', sources, '--content', content])
    expect(code).toBe(1)
    expect(out).toMatch(/new {2}articles\/us-blacklists/)
    check(join(import.meta.dirname, 'bad-input'), 'expected.txt', err)
    for (const [path, text] of before)
      expect(readFileSync(join(content, 'articles', path), 'utf8')).toBe(text)
  })

  test('wrong usage exits with 2 and says how the command is called', () => {
    expect(command('ingest', ['--sauces', 'x'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('npm run ingest -- '),
    })
    expect(command('ingest', ['--sources', '/no/such/folder'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('no such folder'),
    })
  })
})
