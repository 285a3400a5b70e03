import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Parser } from 'htmlparser2'
import { beforeAll, describe, expect, test } from 'vitest'
import { listFiles } from '../../scripts/content/files.ts'
import { printable } from '../../scripts/content/printable.ts'
import { command, scratchContent, scratchFolder, textsBelow } from '../scratch.ts'
import { wrongWith } from './structured-data.ts'

/** A story with everything that machines are told of, and what could do harm in each of their formats. */
const HOSTILE = `---
id: hostile
title: "]]></title></script><script>alert(1)</script> & <b> \\u2028 \\u202E '\\""
date: '2024-02-29'
topics: [russia, north-korea]
summary: "</script><!-- & \\u2029"
references:
  - title: "A & B </script>"
    publisher: "<i>"
    url: https://example.org/?a=1&b=2
corrections:
  - date: '2024-03-02'
    text: "It was </script> not."
  - date: '2024-03-01'
    text: "First"
---
`

interface Read {
  meta: Map<string, string>
  canonical?: string
  things: Record<string, unknown>[]
  scripts: number
  links: string[]
}

function read(html: string): Read {
  const page: Read = { meta: new Map(), things: [], scripts: 0, links: [] }
  let data: string | undefined
  new Parser({
    onopentag(name, { name: key, property, content, rel, href, type }) {
      if (name === 'meta') page.meta.set(property ?? key ?? '', content ?? '')
      if (name === 'link' && rel === 'canonical') page.canonical = href
      if (href !== undefined) page.links.push(href)
      if (name !== 'script') return
      page.scripts++
      if (type === 'application/ld+json') data = ''
    },
    ontext(text) {
      if (data !== undefined) data += text
    },
    onclosetag(name) {
      if (name !== 'script' || data === undefined) return
      const document = JSON.parse(data) as { '@context': string; '@graph': Record<string, unknown>[] }
      expect(document['@context']).toBe('https://schema.org')
      page.things.push(...document['@graph'])
      data = undefined
    },
  }).end(html)
  return page
}

const PLACES = [
  { prefix: '/', url: 'https://news.example.org' },
  { prefix: '/repo/', url: 'https://someone.example/repo' },
]

describe.each(PLACES)('a site below $prefix', ({ prefix, url }) => {
  let site: Map<string, string>
  let paths: Set<string>
  let pages: Map<string, Read>
  /** Editions as they are sent, which are no pages of the site's frame. */
  let mails: Map<string, Read>
  const root = new URL(prefix, url).href

  beforeAll(() => {
    const content = scratchContent(
      'articles',
      'topics',
      'stories',
      'instruments',
      'pages',
      'publishers.yaml',
      'site.yaml',
    )
    writeFileSync(join(content, 'stories/hostile.md'), HOSTILE)
    appendFileSync(join(content, 'site.yaml'), '\nrepository: https://github.com/some-one/digest\n')
    const output = join(scratchFolder(), 'site')
    // As actions/configure-pages says it: the base address without a slash at its end, the prefix too.
    const args = ['--url', url, '--path-prefix', prefix === '/' ? '' : prefix.slice(0, -1)]
    expect(command('build', ['--content', content, '--output', output, ...args])).toMatchObject({ code: 0 })
    site = textsBelow(output)
    paths = new Set(
      listFiles(
        output,
        () => true,
        () => {},
      ),
    )
    const documents = [...site]
      .filter(([path]) => path.endsWith('.html'))
      .map(([path, html]) => [path, read(html)] as const)
    pages = new Map(documents.filter(([path]) => !path.endsWith('/mail.html')))
    mails = new Map(documents.filter(([path]) => path.endsWith('/mail.html')))
  })

  /** The file that an absolute address of the site stands for. */
  const fileOf = (address: string): string => {
    const below = decodeURIComponent(new URL(address).href.slice(root.length).replace(/#.*/, ''))
    return below === '' || below.endsWith('/') ? `${below}index.html` : below
  }

  test('says no absolute address of its own that leads nowhere', () => {
    const origin = new URL(url).origin
    const named = new RegExp(`${origin.replaceAll('.', '\\.')}[^\\s"'<>&\\\\]*`, 'g')
    const dead = new Set<string>()
    let count = 0
    for (const [path, text] of site) {
      if (path.endsWith('.png')) continue
      for (const [address] of text.replaceAll('&quot;', '"').matchAll(named)) {
        count++
        if (!address.startsWith(root) || !paths.has(fileOf(address))) dead.add(`${path}: ${address}`)
      }
    }
    expect(count).toBeGreaterThan(3000)
    expect([...dead]).toEqual([])
  })

  test('has its path prefix once in every link', () => {
    for (const [path, { links }] of pages) {
      const own = links.filter((link) => link.startsWith('/'))
      expect(own.length, path).toBeGreaterThan(5)
      for (const link of own)
        expect(link.startsWith(prefix) && !link.startsWith('/repo/repo/'), link).toBe(true)
    }
  })

  test('gives each page its own address as canonical, and an article its original’s', () => {
    for (const [path, { canonical, meta }] of pages) {
      const own = root + path.replace(/(^|\/)index\.html$/, '$1')
      if (!path.startsWith('articles/')) expect(canonical, path).toBe(own)
      expect(meta.get('og:url'), path).toBe(own)
    }
    const articles = [...pages].filter(([path]) => path.startsWith('articles/'))
    const elsewhere = articles.filter(([, { canonical }]) => !canonical?.startsWith(root))
    expect(elsewhere.length).toBeGreaterThan(0)
    for (const [path, { meta }] of articles) expect(meta.get('robots'), path).toBe('noindex')
  })

  test('sends its editions as mails whose addresses are whole, and which search engines leave to the page', () => {
    const editions = [...pages.keys()].filter(
      (path) => /^editions\/./.test(path) && path !== 'editions/index.html',
    )
    expect(editions.length).toBeGreaterThan(20)
    expect([...mails.keys()].sort()).toEqual(
      editions.map((path) => path.replace('index.html', 'mail.html')).sort(),
    )
    for (const [path, { canonical, links, meta, scripts }] of mails) {
      expect(canonical, path).toBe(root + path.replace('mail.html', ''))
      expect(meta.get('robots'), path).toBe('noindex')
      expect(scripts, path).toBe(0)
      expect(links.length, path).toBeGreaterThan(3)
      for (const link of links) expect(link.startsWith(root), link).toBe(true)
    }
  })

  test('has in its sitemap the pages that may be found by search, and no other', () => {
    const listed = [...(site.get('sitemap.xml') ?? '').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc]) => loc)
    const indexed = [...pages]
      .filter(([, { meta }]) => meta.get('robots') !== 'noindex')
      .map(([path]) => root + path.replace(/(^|\/)index\.html$/, '$1'))
    expect([...listed].sort()).toEqual(indexed.sort())
    expect(site.get('robots.txt')).toContain(`Sitemap: ${root}sitemap.xml\n`)
  })

  test('shows a picture and a text where a link to it is shared', () => {
    for (const [path, { meta }] of pages) {
      expect(fileOf(meta.get('og:image') ?? ''), path).toBe('picture.png')
      expect([meta.get('og:image:width'), meta.get('og:image:height')]).toEqual(['1200', '630'])
      for (const name of [
        'og:title',
        'og:description',
        'og:image:alt',
        'twitter:title',
        'twitter:description',
      ])
        expect(meta.get(name), `${path}: ${name}`).toBeTruthy()
      expect(meta.get('twitter:card')).toBe('summary_large_image')
    }
  })

  test('tells machines in the words of schema.org what each page is', () => {
    const types = new Map<string, number>()
    for (const [path, { scripts, things }] of pages) {
      // The search page runs one of the site's own.
      expect(scripts, path).toBe((things.length > 0 ? 1 : 0) + (path === 'search/index.html' ? 1 : 0))
      expect(wrongWith(things, path)).toEqual([])
      for (const thing of things)
        types.set(String(thing['@type']), (types.get(String(thing['@type'])) ?? 0) + 1)
    }
    expect(types.get('NewsArticle')).toBe(61)
    expect(types.get('WebSite')).toBe(1)
    expect(types.get('CollectionPage')).toBeGreaterThan(100)
  })

  test('lets no text out of the data that it stands in', () => {
    const page = pages.get('stories/hostile/index.html')
    const [story] = page?.things ?? []
    expect(story).toMatchObject({
      headline: printable(`]]></title></script><script>alert(1)</script> & <b> \u2028 \u202E '"`),
      description: printable('</script><!-- & \u2029'),
      temporalCoverage: '2024-02-29',
      dateModified: '2024-03-02',
      citation: [{ name: 'A & B </script>', url: 'https://example.org/?a=1&b=2' }],
      correction: [
        { '@type': 'CorrectionComment', text: 'It was </script> not.', datePublished: '2024-03-02' },
        { text: 'First' },
      ],
    })
    expect(site.get('stories/hostile/index.html')).not.toContain('<script>alert')
  })

  test('leads from each story to the form for corrections, with the story filled in', () => {
    const form = 'https://github.com/some-one/digest/issues/new?'
    for (const [path, { links }] of pages) {
      const [request, ...others] = links.filter((link) => link.startsWith(form)).map((link) => new URL(link))
      const story = path.startsWith('stories/') ? root + path.replace('index.html', '') : null
      expect(request?.searchParams.get('story'), path).toBe(story)
      expect(others).toHaveLength(story ? 1 : 0)
    }
  })

  test('has a page for addresses where there is none that works from any depth', () => {
    for (const link of pages.get('404.html')?.links ?? []) {
      if (!/^(?:https?:|#)/.test(link)) expect(link.startsWith(prefix), link).toBe(true)
    }
  })
})
