import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { leadsTo } from '../../scripts/content/address.ts'
import { formatDocument } from '../../scripts/content/front-matter.ts'
import { createMarkdown, escapeMarkdown } from '../../scripts/content/markdown.ts'
import { isSeen } from '../../scripts/content/printable.ts'
import { oneLine } from './texts.ts'

/** So many strings stand as paragraphs, references and corrections of one story. */
const BATCH = 200
/** Stories of one topic: as many as its feed carries. */
const OF_A_TOPIC = 40

/** A prime: strings are taken from all over the list, so that every kind of them stands in every kind of place. */
const STRIDE = 10_007

/** Texts that must be found on a page of the site, whole. */
type Expected = Map<string, string[]>

/** A digest whose editor wrote hostile strings wherever text can stand. */
export interface HostileDigest {
  pages: Expected
  /** Titles and summaries that feeds must carry, by the feed's path. */
  feeds: Expected
}

type Fields = Record<string, unknown>

/** Writes a content folder by hand, as it were, and says what its pages must show. */
export function writeDigest(folder: string, strings: string[]): HostileDigest {
  const pages: Expected = new Map()
  const feeds: Expected = new Map()
  const seen = strings.filter(isSeen)
  let next = 0
  const take = (): string => {
    next = (next + STRIDE) % seen.length
    return seen[next] as string
  }
  const put = (path: string, data: Fields, body = '') => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), formatDocument({ data, body }))
  }
  const show = (page: string, ...texts: string[]) => pages.set(page, [...(pages.get(page) ?? []), ...texts])

  const site = {
    title: `Salt </title><script>window.__x=1</script> "Wire" & 'Co'`,
    tagline: '{{ 7 * 7 }} <!-- all about salt -->',
    description: '"><img src=x onerror=window.__x=1> A digest.',
    author: '<b>Desk</b> ]]> & others',
  }
  writeFileSync(
    join(folder, 'site.yaml'),
    JSON.stringify({
      ...site,
      url: 'https://salt.example/',
      authority: { domain: 'salt.example', date: '2024-01-01' },
      republish: 'full',
      contact: 'https://salt.example/?a="><script>window.__x=1</script>&b=\'',
      ledger: { title: 'Ledger <script>window.__x=1</script>', intro: escapeMarkdown('<b>') },
    }),
  )
  mkdirSync(join(folder, 'pages'), { recursive: true })
  put('pages/about.md', { title: '</title><svg onload=window.__x=1>' }, rawMarkdown(strings).join('\n\n'))
  show('', site.title, site.tagline)
  show('about/', '</title><svg onload=window.__x=1>')

  const days = (at: number) =>
    `20${String(10 + (at % 14)).padStart(2, '0')}-0${1 + (at % 9)}-${String(1 + (at % 28)).padStart(2, '0')}`
  for (let at = 0; at * OF_A_TOPIC < seen.length / 16; at++) {
    const [name, alias, about] = [take(), take(), take()]
    const id = `quay-${at}`
    // A name that others have too is refused: the number makes each its own.
    put(
      `topics/${id}.md`,
      { id, kind: 'topic', name: `${name} quay ${at}`, aliases: [`${alias} berth ${at}`] },
      escapeMarkdown(oneLine(about)),
    )
    show(`topics/${id}/`, `${name} quay ${at}`, `${alias} berth ${at}`, about)
    show('topics/', `${name} quay ${at}`)
    feeds.set(`topics/${id}/feed.xml`, [])
  }

  const publishers: Fields[] = []
  for (let at = 0; at < seen.length; at += BATCH) {
    const id = `batch-${at / BATCH}`
    // Other strings in each place, so that none is found in another's.
    const batch = (further: number) =>
      Array.from({ length: BATCH }, (_, i) => seen[(at + further * BATCH + i) % seen.length] as string)
    const [paragraphs, titles, outlets, corrections] = [batch(0), batch(1), batch(2), batch(3)]
    put(
      `stories/${id}.md`,
      {
        id,
        title: take(),
        date: days(at),
        references: titles.map((title, i) => ({
          title,
          publisher: outlets[i],
          url: 'https://salt.example/',
        })),
        corrections: corrections.map((text) => ({ date: '2024-01-01', text })),
      },
      paragraphs.map((text) => escapeMarkdown(oneLine(text))).join('\n\n'),
    )
    show(`stories/${id}/`, ...paragraphs, ...titles, ...outlets, ...corrections)
    const publisher = take()
    publishers.push({ id: `outlet-${at}`, name: `${publisher} outlet ${at}` })
    show('publishers/', `${publisher} outlet ${at}`)
    for (let one = 0; one < BATCH / 16; one++) {
      const article = `article-${at + one}`
      const [title, outlet, agency, author, dateline, claimed, why, removed] = Array.from({ length: 8 }, take)
      put(
        `articles/${article}.md`,
        {
          ...{
            id: article,
            title,
            titleFrom: 'page',
            publisher: outlet,
            agency,
            authors: [author],
            dateline,
          },
          dateFrom: { basis: 'stated', claimed, confidence: 'low', why },
          summary: take(),
          story: id,
          removed: { [String(removed)]: 3 },
        },
        escapeMarkdown(`Berth ${article} of the board: ${oneLine(take())}`),
      )
      const texts = [title, outlet, agency, author, dateline, claimed, why, removed] as string[]
      show(`articles/${article}/`, ...texts)
      show(`stories/${id}/`, ...texts.slice(0, 3))
    }
  }
  writeFileSync(join(folder, 'publishers.yaml'), JSON.stringify(publishers))

  for (let at = 0; at < seen.length / 16; at++) {
    const [title, summary] = [take(), take()]
    const topic = `quay-${Math.floor(at / OF_A_TOPIC)}`
    const id = `single-${at}`
    put(`stories/${id}.md`, { id, title, summary, date: days(at), topics: [topic] })
    show(`stories/${id}/`, title, summary)
    show('timeline/', title)
    feeds.get(`topics/${topic}/feed.xml`)?.push(title, summary)
  }

  for (let at = 0; at < seen.length / 16; at++) {
    const id = `order-${at}`
    const [name, kind, outcome, issuer, target, does] = Array.from({ length: 6 }, take) as [
      string,
      ...string[],
    ]
    put(
      `instruments/${id}.md`,
      { id, name, kind, outcome, date: days(at), issuedByOthers: [issuer], targetsOthers: [target] },
      escapeMarkdown(oneLine(String(does))),
    )
    show('ledger/', ...([name, kind, outcome, issuer, target, does] as string[]))
  }
  return { pages, feeds }
}

/**
 * Strings as an editor might paste them, not escaped, but for those that would be links to pages that are not there, or
 * define what others are links to.
 */
function rawMarkdown(strings: string[]): string[] {
  const markdown = createMarkdown()
  return strings.filter((text) => {
    const defined: { references?: Record<string, { href: string }> } = {}
    const links = [...markdown.render(text, defined).matchAll(/ href="([^"]*)"/g)].map(([, href]) =>
      String(href),
    )
    const named = Object.values(defined.references ?? {}).map(({ href }) => href)
    return [...links, ...named].every((href) => leadsTo(href))
  })
}
