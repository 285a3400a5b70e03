import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { ingest } from '../../../scripts/ingest/run.ts'

/** A digest as small as one can be, and texts in which every kind of change can happen. */
const TOPICS = { orlia: 'Orlia', veskland: 'Veskland', 'grain-embargo': 'grain embargo' }
const WIRE = `Orlia lifts grain embargo after talks with Veskland

By Mira Tolan

PORT HALDEN (QXP) — Orlia lifted its grain embargo on Veskland on Tuesday after nine days of talks in Port Halden, the trade ministry of Orlia said.

The embargo had stopped 140 ships since March and had pushed the price of bread in Veskland up by a third, according to the ministry.

"The ships may load from tonight," the minister of trade, Anselm Roke, told reporters at the harbour.

Veskland promised in return to open its two northern rail lines to Orlian timber before the end of the month.

March 14, 2023
`
const OTHER = `Veskland opens its northern rail lines to timber trains

By Jon Ferrel

SALL (QXP) — The first train with Orlian timber crossed the northern border of Veskland on Friday, ending a closure of two years.

Forty wagons passed the station of Sall at noon and went on to the paper mills of the lake district, the railway said.

The mills had asked for the opening since the winter, when two of the three largest stood still for want of pulp.

March 24, 2023
`
const FARM = `${WIRE.split('\n\n').slice(2, 5).join('\n\n')}\n`

const write = (folder: string, name: string, text: string) => writeFileSync(join(folder, name), text)
/** Changes a text of a file, which must be there. */
export const change = (path: string, from: string | RegExp, to: string) => {
  const text = readFileSync(path, 'utf8')
  const changed = text.replace(from, to)
  if (changed === text) throw new Error(`${path}: ${from} is not there to be changed`)
  writeFileSync(path, changed)
}

interface Folders {
  content: string
  sources: string
  /** Path of the article of the wire text. */
  article: string
  /** Path of the story that it opened. */
  story: string
}

/** What stands before the run that is cut off; `wire.txt` and `rail.txt` have been ingested once where `ran`. */
export interface State {
  name: string
  ran?: boolean
  prepare(folders: Folders): void
}

export const reviseSource = ({ sources }: Folders) =>
  change(join(sources, 'wire.txt'), '140 ships', '152 ships')
export const editBody = ({ article }: Folders) =>
  change(article, 'had pushed the price', 'had driven the price')
const editTitle = ({ article }: Folders) => change(article, /^title: .*$/m, 'title: Grain moves again')
const again = ({ content, sources }: Folders) => void ingest({ content, sources })

/** Other names for the files of an article, its story and a topic, and a folder for the article. */
export const rename = ({ content, article, story }: Folders) => {
  mkdirSync(join(content, 'articles/harbour'))
  renameSync(article, join(content, 'articles/harbour/grain.md'))
  renameSync(story, join(content, 'stories/grain-embargo.md'))
  renameSync(join(content, 'topics/grain-embargo.md'), join(content, 'topics/embargo.md'))
}

export const STATES: State[] = [
  { name: 'nothing ingested yet', ran: false, prepare: () => {} },
  { name: 'nothing changed', prepare: () => {} },
  {
    name: 'a text came',
    prepare: ({ sources }) =>
      write(
        sources,
        'mill.txt',
        OTHER.replaceAll('timber', 'coal')
          .replace('Jon Ferrel', 'Ada Quill')
          .replace('Forty wagons', 'Sixty wagons of lignite'),
      ),
  },
  { name: 'a copy came', prepare: ({ sources }) => write(sources, 'farm.txt', FARM) },
  {
    name: 'a copy lends its headline',
    ran: false,
    prepare: ({ sources }) => {
      write(sources, 'farm.txt', FARM)
      rmSync(join(sources, 'wire.txt'))
    },
  },
  { name: 'a source was revised', prepare: reviseSource },
  {
    name: 'edited, source as it was',
    prepare: editTitle,
  },
  {
    name: 'edited, source revised elsewhere',
    prepare: (folders) => {
      editTitle(folders)
      reviseSource(folders)
    },
  },
  {
    name: 'edited, source revised in the same paragraph',
    prepare: (folders) => {
      editBody(folders)
      reviseSource(folders)
    },
  },
  {
    name: 'in conflict already',
    prepare: (folders) => {
      editBody(folders)
      reviseSource(folders)
      again(folders)
    },
  },
  {
    name: 'in conflict, settled by hand',
    prepare: (folders) => {
      editBody(folders)
      reviseSource(folders)
      again(folders)
      rmSync(join(folders.content, '.ingest/conflicts'), { recursive: true })
    },
  },
  {
    name: 'in conflict, settled by writing what ingest says',
    prepare: (folders) => {
      editBody(folders)
      reviseSource(folders)
      again(folders)
      change(folders.article, 'had driven the price', 'had pushed the price')
    },
  },
  { name: 'article deleted', prepare: ({ article }) => rmSync(article) },
  {
    name: 'article, story and topic renamed, source revised',
    prepare: (folders) => {
      rename(folders)
      reviseSource(folders)
    },
  },
  {
    name: 'renamed and edited, source revised in the same paragraph',
    prepare: (folders) => {
      editBody(folders)
      rename(folders)
      reviseSource(folders)
    },
  },
  {
    name: 'article moved to a folder, source revised',
    prepare: (folders) => {
      mkdirSync(join(folders.content, 'articles/2023'))
      renameSync(
        folders.article,
        join(folders.content, 'articles/2023', folders.article.split('/').at(-1) ?? ''),
      )
      reviseSource(folders)
    },
  },
  {
    name: 'source renamed',
    prepare: ({ sources }) => renameSync(join(sources, 'wire.txt'), join(sources, 'agency.txt')),
  },
  { name: 'source gone', prepare: ({ sources }) => rmSync(join(sources, 'wire.txt')) },
  {
    name: 'story merged into a hand-written one, a copy came',
    prepare: ({ content, sources, story }) => {
      write(
        join(content, 'stories'),
        'grain.md',
        "---\nid: grain\ntitle: Grain\ndate: '2023-03-14'\n---\n\nBy hand.\n",
      )
      change(story, 'status: published', 'status: published\nmergedInto: grain')
      write(sources, 'farm.txt', FARM)
    },
  },
  {
    name: 'story edited, headline of its lead revised',
    prepare: ({ sources, story }) => {
      change(story, 'status: published', 'status: published\npinned: true')
      change(join(sources, 'wire.txt'), 'Orlia lifts', 'Orlia to lift')
    },
  },
  {
    name: 'article moved to another story, source revised',
    prepare: (folders) => {
      write(
        join(folders.content, 'stories'),
        'grain.md',
        "---\nid: grain\ntitle: Grain\ndate: '2023-03-14'\n---\n",
      )
      change(folders.article, /^story: .*$/m, 'story: grain')
      reviseSource(folders)
    },
  },
  {
    name: 'line ends changed, source revised',
    prepare: (folders) => {
      writeFileSync(
        folders.article,
        `\uFEFF${readFileSync(folders.article, 'utf8').replaceAll('\n', '\r\n')}`,
      )
      reviseSource(folders)
    },
  },
  {
    name: 'state lost, edited',
    prepare: (folders) => {
      editTitle(folders)
      rmSync(join(folders.content, '.ingest'), { recursive: true })
    },
  },
  {
    name: 'merge bases lost, source revised',
    prepare: (folders) => {
      rmSync(join(folders.content, '.ingest/base'), { recursive: true })
      reviseSource(folders)
    },
  },
  {
    name: 'lock and drafts of a dead run',
    prepare: (folders) => {
      write(join(folders.content, '.ingest'), 'lock', JSON.stringify({ pid: 4_194_304, host: hostname() }))
      mkdirSync(join(folders.content, '.ingest/tmp'))
      write(join(folders.content, '.ingest/tmp'), '1', 'half a')
      reviseSource(folders)
    },
  },
  {
    name: 'a text is refused, another came',
    prepare: ({ sources }) => {
      write(sources, 'empty.txt', '')
      write(sources, 'farm.txt', FARM)
    },
  },
  {
    name: 'a topic cannot be read, a copy came',
    prepare: ({ content, sources }) => {
      write(join(content, 'topics'), 'broken.md', '---\nid: [\n---\n')
      write(sources, 'farm.txt', FARM)
    },
  },
]

/** Makes a state in a folder, whatever that held. */
export function make({ ran = true, prepare }: Omit<State, 'name'>, folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  const [content, sources] = [join(folder, 'content'), join(folder, 'sources')]
  for (const path of [sources, join(content, 'topics'), join(content, 'stories')])
    mkdirSync(path, { recursive: true })
  for (const [id, name] of Object.entries(TOPICS))
    write(join(content, 'topics'), `${id}.md`, `---\nid: ${id}\nkind: topic\nname: ${name}\n---\n`)
  write(sources, 'wire.txt', WIRE)
  write(sources, 'rail.txt', OTHER)
  if (ran) ingest({ content, sources })
  const only = (below: string, starts: string) => {
    const path = join(content, below)
    return ran ? join(path, readdirSync(path).find((name) => name.startsWith(starts)) ?? '') : ''
  }
  prepare({ content, sources, article: only('articles', 'orlia'), story: only('stories', 'orlia') })
}
