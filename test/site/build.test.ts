import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, hostname, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadContent } from '../../scripts/content/load.ts'
import { standings } from '../../scripts/content/standing.ts'
import { buildDigest } from '../../scripts/site/digest.ts'
import { searchRecords } from '../../scripts/site/search-records.ts'
import { command, scratchContent, scratchFolder, textsBelow } from '../scratch.ts'

function isWellFormed(xml: string): true {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return true
}

describe('the site that comes with the digest', () => {
  let site: Map<string, string>
  beforeAll(() => {
    const output = join(scratchFolder(), 'site')
    expect(command('build', ['--output', output], { TZ: 'America/New_York', LANG: 'C' })).toMatchObject({
      code: 0,
    })
    site = textsBelow(output)
    const again = join(scratchFolder(), 'site')
    expect(command('build', ['--output', again], { TZ: 'Asia/Seoul', LANG: 'de_DE.UTF-8' })).toMatchObject({
      code: 0,
    })
    expect(textsBelow(again)).toEqual(site)
  })

  const pages = (folder: string) =>
    [...site.keys()].filter((path) => path.startsWith(folder) && path.endsWith('index.html'))

  test('has a page for each story, article, topic and month, and the single ones', () => {
    expect(pages('stories/').length).toBeGreaterThanOrEqual(60)
    expect(pages('topics/').length).toBeGreaterThanOrEqual(91)
    expect(pages('articles/').length).toBeGreaterThanOrEqual(21)
    for (const path of [
      'index.html',
      'timeline/index.html',
      'archive/2023/index.html',
      'archive/2023/08/index.html',
      'publishers/index.html',
      'ledger/index.html',
      'topics/north-korea+russia+sanctions/feed.xml',
      'about/index.html',
      'feeds/index.html',
      'feeds.opml',
      'publishers/harbour-courier/rss.xml',
      '404.html',
      'robots.txt',
    ]) {
      expect(site.has(path), path).toBe(true)
    }
  })

  test('has feeds and a sitemap that a strict parser reads', () => {
    const feeds = [...site].filter(([path]) => path.endsWith('.xml'))
    expect(feeds.length).toBeGreaterThanOrEqual(92)
    for (const [path, xml] of feeds) expect(isWellFormed(xml), path).toBe(true)
  })

  test('tells feed readers on every page where its feeds are', () => {
    const feedsOf = (html: string) =>
      [
        ...html.matchAll(/<link rel="alternate" type="application\/[a-z+]*" title="[^"]*" href="([^"]*)"/g),
      ].map(([, href]) => href)
    const main = ['/feed.xml', '/rss.xml', '/feed.json']
    for (const [path, html] of site)
      if (path.endsWith('.html') && !path.endsWith('/mail.html'))
        expect(feedsOf(html).slice(0, 3), path).toEqual(main)
    expect(feedsOf(site.get('topics/russia/index.html') ?? '').slice(3)).toEqual([
      '/topics/russia/feed.xml',
      '/topics/russia/rss.xml',
    ])
    const [article = ''] = pages('articles/')
    expect(feedsOf(site.get(article) ?? '')).toHaveLength(5)
  })

  test('gives every feed entry the tag URI of its story', () => {
    const ids = [...(site.get('feed.xml') ?? '').matchAll(/<id>(.*?)<\/id>/g)].map((match) => match[1])
    expect(ids.length).toBeGreaterThan(30)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^tag:sanctions-wire\.example,2026-11-22:(feed$|stories\/)/)
  })

  test('says of each sample that it is one, and of a doubtful date why', () => {
    const story = site.get('stories/us-says-1000-containers/index.html') ?? ''
    expect(story).toMatch(/5 articles, 2 independent accounts/)
    expect(story).toMatch(/Sample/)
    const farm = [...site].find(
      ([path, html]) => path.startsWith('articles/white-house-says') && html.includes('SpryLedger'),
    )?.[1]
    expect(farm).toContain('2025-04-15 21:07:33')
    expect(farm).toContain('speaks of Friday')
  })

  test('names no folder, user or host of the machine it was built on, and no source file', () => {
    const sources = loadContent('content').articles.flatMap(({ source }) => source?.file ?? [])
    expect(sources.length).toBeGreaterThan(10)
    const user = userInfo().username
    const own = [
      process.cwd(),
      homedir(),
      tmpdir(),
      hostname(),
      `/home/${user}`,
      `/Users/${user}`,
      ...sources,
    ]
    // A short name, such as a host called "news", may stand in any text.
    const telling = own.filter((name) => name.length > 4)
    for (const [path, text] of site)
      expect(
        telling.filter((name) => text.includes(name)),
        path,
      ).toEqual([])
  })
})

test('a link that an editor writes from the root works under any prefix', () => {
  const content = scratchContent('topics', 'stories', 'site.yaml', 'pages')
  writeFileSync(
    join(content, 'stories/new.md'),
    '---\nid: new\ntitle: A\n---\n\nSee [the first](/stories/unscr-1695/).\n',
  )
  const output = join(scratchFolder(), 'site')
  expect(
    command('build', ['--content', content, '--output', output, '--path-prefix', '/repo/']),
  ).toMatchObject({ code: 0 })
  expect(readFileSync(join(output, 'stories/new/index.html'), 'utf8')).toContain(
    'href="/repo/stories/unscr-1695/"',
  )
})

test('copies are one account also where their original is in another story', () => {
  const content = loadContent('content')
  const original = buildDigest(content).stories.find((story) => story.id === 'us-says-1000-containers')
    ?.accounts[0]?.original
  expect(original?.copies).toHaveLength(3)
  const articles = content.articles.map((article) =>
    article.id === original?.id ? { ...article, story: 'putin-kim-letters' } : article,
  )
  const story = buildDigest({ ...content, articles }).stories.find(
    ({ id }) => id === 'us-says-1000-containers',
  )
  expect(story?.basis).toMatchObject({ articles: 4, accounts: 2 })
})

test('merged stories leave a redirect, and their topics and articles go along', () => {
  const content = loadContent('content')
  const stories = content.stories.map((story) =>
    story.id === 'us-says-1000-containers' ? { ...story, mergedInto: 'putin-kim-letters' } : story,
  )
  const { redirects, stories: shown } = buildDigest({ ...content, stories })
  expect(redirects.map(({ url, to }) => [url, to.id])).toEqual([
    ['/stories/us-says-1000-containers/', 'putin-kim-letters'],
  ])
  const target = shown.find(({ id }) => id === 'putin-kim-letters')
  expect(target?.basis.articles).toBe(5)
  expect(target?.topics.map((topic) => topic.id)).toContain('rajin')
})

describe('a story that is held back', () => {
  const ID = 'us-says-1000-containers'
  const TARGET = 'putin-kim-letters'
  const heldBack = (more: { mergedInto?: string }) => {
    const content = loadContent('content')
    const stories = content.stories.map((story) =>
      story.id === ID ? { ...story, ...more, status: 'draft' as const } : story,
    )
    return { content, stories, digest: buildDigest({ ...content, stories }) }
  }

  test.each([{}, { mergedInto: TARGET }])('is told of by no page, nor are its accounts: %j', (more) => {
    const { content, stories, digest } = heldBack(more)
    const own = new Set(content.articles.filter(({ story }) => story === ID).map(({ id }) => id))
    expect(own.size).toBe(5)
    expect(digest.stories.map(({ id }) => id)).not.toContain(ID)
    expect(digest.redirects).toEqual([])
    const shown = [
      ...digest.articles,
      ...digest.publishers.flatMap(({ articles }) => articles),
      ...digest.stories.flatMap(({ accounts }) => accounts.flatMap((one) => [one.original, ...one.copies])),
    ]
    for (const { copies, copyOf, id } of shown)
      for (const one of [id, copyOf?.id ?? '', ...copies.map((copy) => copy.id)])
        expect(own).not.toContain(one)
    const paths = searchRecords(digest).map(({ path }) => path)
    for (const path of [...own].map((id) => `articles/${id}/`).concat(`stories/${ID}/`))
      expect(paths).not.toContain(path)
    const without = { ...content, stories: content.stories.filter(({ id }) => id !== ID) }
    const topicsOf = ({ stories }: typeof digest) =>
      stories.map(({ id, topics }) => [id, topics.map((topic) => topic.id)])
    expect(topicsOf(digest)).toEqual(topicsOf(buildDigest(without)))
    expect(standings({ ...content, stories }, () => undefined)).toEqual(standings(without, () => undefined))
  })

  test('leaves a copy elsewhere to stand by itself', () => {
    const content = loadContent('content')
    const copy = buildDigest(content).articles.find(({ copyOf, story }) => copyOf && story?.id === ID)
    const moved = content.articles.map((one) => (one.id === copy?.id ? { ...one, story: TARGET } : one))
    const stories = content.stories.map((story) =>
      story.id === ID ? { ...story, status: 'draft' as const } : story,
    )
    const shown = buildDigest({ ...content, articles: moved, stories }).articles.find(
      ({ id }) => id === copy?.id,
    )
    expect([shown?.copyOf, shown?.copies]).toEqual([undefined, []])
  })
})

test('what may only be linked is not summed up either', () => {
  const content = loadContent('content')
  const publishers = content.publishers.map((publisher) => ({ ...publisher, republish: 'link' as const }))
  const stories = content.stories.map((story) =>
    story.id === 'bybit-theft' ? { ...story, body: '' } : story,
  )
  const { stories: shown, articles } = buildDigest({ ...content, publishers, stories })
  expect(shown.find(({ id }) => id === 'bybit-theft')?.summary).toBe('')
  for (const article of articles.filter(({ publisher }) => publisher)) expect(article.html()).toBe('')
})

test('a publisher has its rights, its page and its feed however its name is written', () => {
  const content = loadContent('content')
  const publishers = content.publishers.map((publisher) =>
    publisher.id === 'harbour-courier'
      ? { ...publisher, republish: 'link' as const, aliases: ['Courier of Harbour'] }
      : publisher,
  )
  const site = content.site && { ...content.site, republish: 'full' as const }
  const forms = [
    'Harbour courier',
    'HARBOUR COURIER',
    'The Harbour-Courier',
    'courier of harbour',
    'harbour-courier',
  ]
  const articles = content.articles.slice(0, forms.length).map((article, at) => ({
    ...article,
    publisher: forms[at],
  }))
  const digest = buildDigest({ ...content, site, publishers, articles })
  expect(digest.articles).toHaveLength(forms.length)
  for (const article of digest.articles) {
    expect([article.republish, article.html(), article.publisher?.name]).toEqual([
      'link',
      '',
      'Harbour Courier',
    ])
  }
  expect(digest.publishers.find(({ id }) => id === 'harbour-courier')?.articles).toHaveLength(forms.length)
  for (const form of forms) expect(digest.publisherFeed(form)?.name).toBe('publishers/harbour-courier')
})

test('a headline made of the lead is not printed of a text that may only be linked', () => {
  const content = loadContent('content')
  const [id, lead] = ['us-says-1000-containers', 'The first sentence of the text']
  const articles = content.articles.flatMap((article) =>
    article.story === id
      ? [{ ...article, title: lead, titleFrom: 'lead' as const, publisher: 'Harbour Courier' }]
      : [],
  )
  const publishers = content.publishers.map((publisher) => ({ ...publisher, republish: 'link' as const }))
  const stories = content.stories.map((story) =>
    story.id === id ? { ...story, title: lead, lead: articles[0]?.id, body: '', references: [] } : story,
  )
  const digest = buildDigest({ ...content, articles, stories, publishers })
  expect(digest.stories.find((story) => story.id === id)?.title).toBe('Untitled report of Harbour Courier')
  expect(digest.articles.map(({ title }) => title)).not.toContain(lead)
})

describe('a folder that is no site', () => {
  test.each([
    ['', 'name a folder'],
    ['.', 'the project'],
    ['content', 'content'],
    ['content/articles', 'content'],
    ['layouts/x', 'layouts'],
  ])('is never replaced: %j', (output, says) => {
    const { code, err } = command('build', [`--output=${output}`])
    expect(code).not.toBe(0)
    expect(err).toContain(says)
    expect(existsSync('content/articles')).toBe(true)
  })

  test('is never replaced: one with files of somebody else', () => {
    const output = scratchFolder()
    writeFileSync(join(output, 'thesis.txt'), 'ten years')
    expect(command('build', ['--output', output])).toMatchObject({ code: 1 })
    expect(readFileSync(join(output, 'thesis.txt'), 'utf8')).toBe('ten years')
  })
})

describe('a build that cannot be complete', () => {
  const setUp = () => {
    const content = scratchContent('topics', 'stories', 'site.yaml', 'pages')
    const output = join(scratchFolder(), 'site')
    mkdirSync(output)
    for (const name of ['feed.xml', 'index.html', 'sitemap.xml'])
      writeFileSync(join(output, name), 'the last good site')
    return {
      content,
      output,
      untouched: () => expect([...textsBelow(output).values()]).toEqual(Array(3).fill('the last good site')),
    }
  }

  test('for a field that is wrong says so and leaves the last site', () => {
    const { content, output, untouched } = setUp()
    writeFileSync(join(content, 'stories/new.md'), '---\nid: new\ntitel: A\n---\n')
    const { code, err } = command('build', ['--content', content, '--output', output])
    expect(code).toBe(1)
    expect(err).toContain('stories/new.md: titel: "A": unknown field; did you mean title?')
    untouched()
  })

  test('for a dead link says so and leaves the last site', () => {
    const { content, output, untouched } = setUp()
    writeFileSync(
      join(content, 'stories/new.md'),
      '---\nid: new\ntitle: A\n---\n\nSee [this](/stories/nowhere/).\n',
    )
    const { code, err } = command('build', ['--content', content, '--output', output])
    expect(code).toBe(1)
    expect(err).toContain('stories/new/index.html: link: "/stories/nowhere/": no page stands there')
    untouched()
  })

  test.skipIf(process.platform !== 'linux')(
    'for a page that cannot be written leaves nothing beside it',
    () => {
      const { content } = setUp()
      for (let number = 0; number < 400; number++)
        writeFileSync(
          join(content, `stories/${number}.md`),
          `---\nid: '${number}'\ntitle: A\ntopics: [russia]\n---\n`,
        )
      const long = 'a'.repeat(120)
      writeFileSync(join(content, `topics/${long}.md`), `---\nid: ${long}\nkind: topic\nname: A\n---\n`)
      // Just so deep that the path of that topic's page is longer than the 4,096 bytes that Linux has for one.
      const root = scratchFolder()
      const beside = join(root, 'deep/'.repeat((3950 - root.length) / 5))
      mkdirSync(beside, { recursive: true })
      const { code, err } = command('build', ['--content', content, '--output', join(beside, 'site')])
      expect([code, err]).toEqual([1, expect.stringContaining('ENAMETOOLONG')])
      expect(readdirSync(beside)).toEqual([])
    },
  )

  test('removes pages whose story is gone', () => {
    const { content, output } = setUp()
    expect(command('build', ['--content', content, '--output', output]).code).toBe(0)
    expect(existsSync(join(output, 'stories/eu-13th-package'))).toBe(true)
    rmSync(join(content, 'stories/eu-13th-package.md'))
    expect(command('build', ['--content', content, '--output', output]).code).toBe(0)
    expect(existsSync(join(output, 'stories/eu-13th-package'))).toBe(false)
  })
})

test('another subject needs only another content folder', () => {
  const content = join(scratchFolder(), 'content')
  mkdirSync(join(content, 'stories'), { recursive: true })
  writeFileSync(
    join(content, 'site.yaml'),
    readFileSync('content/site.yaml', 'utf8').replace(
      /(leadTopics|intersections|picture):\n( {2}.*\n)+/g,
      '',
    ),
  )
  cpSync('content/pages', join(content, 'pages'), { recursive: true })
  const output = join(scratchFolder(), 'site')
  expect(command('build', ['--content', content, '--output', output])).toMatchObject({ code: 0 })
  writeFileSync(
    join(content, 'stories/only.md'),
    '---\nid: only\ntitle: "{{ 7 * 7 }} <b>&amp;"\n---\n\n{% raw %} {{ constructor }} <script>alert(1)</script>\n',
  )
  expect(command('build', ['--content', content, '--output', output])).toMatchObject({ code: 0 })
  const page = readFileSync(join(output, 'stories/only/index.html'), 'utf8')
  expect(existsSync(join(output, 'ledger'))).toBe(false)
  expect(page).not.toContain('ledger')
  expect(page).toContain('{{ 7 * 7 }} &lt;b>&amp;amp;')
  expect(page).toContain('{% raw %} {{ constructor }} &lt;script&gt;')
})
