import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import yaml from 'js-yaml'
import { formatDocument } from '../content/front-matter.ts'
import { escapeMarkdown } from '../content/markdown.ts'
import type { Account } from './events.ts'
import type { Outlet } from './outlets.ts'
import type { Random } from './random.ts'
import type { InventedTopic } from './topics.ts'

const SITE = {
  title: 'Bench Wire',
  tagline: 'Nothing here ever happened',
  description: 'A digest of invented news, made to be measured.',
  url: 'https://bench.example/',
  authority: { domain: 'bench.example', date: '2026-01-01' },
  language: 'en',
  author: 'Bench Wire',
  republish: 'excerpt',
}

const FOLDERS = ['articles', 'stories', 'topics', 'pages']

/** What the digest knows before it has an article: its topics, publishers and settings. */
export function writeKnowledge(
  content: string,
  { topics, outlets }: { topics: InventedTopic[]; outlets: Outlet[] },
): void {
  for (const folder of FOLDERS) mkdirSync(join(content, folder), { recursive: true })
  const lead = topics.slice(0, 3).map(({ id }) => id)
  writeFileSync(
    join(content, 'site.yaml'),
    yaml.dump({ ...SITE, leadTopics: lead, intersections: [[...lead]] }),
  )
  const publishers = outlets.map(({ id, name, domains, aliases, agency, abbreviation }) => ({
    id,
    name,
    domains,
    aliases,
    agency,
    ...(abbreviation ? { abbreviation } : {}),
    republish: id.length % 3 === 0 ? 'full' : 'excerpt',
  }))
  writeFileSync(join(content, 'publishers.yaml'), yaml.dump(publishers))
  writeFileSync(
    join(content, 'pages/about.md'),
    formatDocument({ data: { title: 'About' }, body: 'Made to be measured.' }),
  )
  for (const { id, kind, name, aliases, parent } of topics) {
    const text = formatDocument({
      data: { id, kind, name, aliases, parent },
      body: `What is known of ${name}.`,
    })
    writeFileSync(join(content, `topics/${id}.md`), text)
  }
}

/** A story as ingest opens it; an editor wrote a summary for one in ten. */
export function writeStory(
  content: string,
  id: string,
  { headline, paragraphs }: Account,
  random: Random,
): void {
  const written = random.chance(0.1)
  const data = {
    id,
    title: headline,
    summary: written ? paragraphs[0] : undefined,
    lead: id,
    references: written
      ? [{ title: headline, publisher: 'Elsewhere', url: `https://elsewhere.example/${id}/` }]
      : undefined,
    status: 'published',
  }
  const body = written ? 'The editor adds that none of this happened.' : ''
  writeFileSync(join(content, `stories/${id}.md`), formatDocument({ data, body }))
}

/** An account as ingest writes it, of this source file and story. */
export function writeArticle(
  content: string,
  {
    id,
    story,
    account,
    source,
  }: { id: string; story: string; account: Account; source: { file: string; sha256: string } },
): void {
  const { headline, date, outlet, agency, author, dateline, paragraphs, topics } = account
  const data = {
    id,
    title: headline,
    titleFrom: 'page',
    date,
    dateFrom: { basis: 'stated', claimed: date, confidence: 'high' },
    publisher: outlet.name,
    agency: agency?.name,
    authors: author ? [author] : undefined,
    dateline: dateline.replace(/ \(.*| — $/, '') || undefined,
    lang: 'en',
    topics: topics.map(({ id }) => id),
    summary: paragraphs[0],
    story,
    source,
    removed: { navigation: 4, related: 10, share: 3 },
    status: 'published',
  }
  const body = paragraphs.map((text, at) => escapeMarkdown(at === 0 ? dateline + text : text)).join('\n\n')
  writeFileSync(join(content, `articles/${id}.md`), formatDocument({ data, body }))
}
