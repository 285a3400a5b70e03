import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import type { z } from 'zod'
import { type Article, articleSchema } from './article.ts'
import { EntryReader, type Met } from './entries.ts'
import { FileHashes } from './file-hashes.ts'
import { listFiles } from './files.ts'
import { parseDocument, parseYaml } from './front-matter.ts'
import { type Instrument, instrumentSchema } from './instrument.ts'
import { byCodePoint } from './order.ts'
import { Pack } from './pack.ts'
import { parseEntry, validate } from './parse-entry.ts'
import { type Picture, readPicture } from './picture.ts'
import { ContentError, isSystemError, type Problem } from './problem.ts'
import { type Publisher, publishersSchema } from './publisher.ts'
import { checkReferences } from './references.ts'
import { type Site, siteSchema } from './site.ts'
import { type Story, storySchema } from './story.ts'
import { type Topic, topicSchema } from './topic.ts'

/** Endings that say Markdown; only the first is read, in small letters. */
const MARKDOWN = /\.(?:md|markdown|mdown|mkdn?)$/i
/** The only page of the site that is written in `content/pages`. */
const ABOUT = 'pages/about.md'

/** A page of the site's own. */
interface Page {
  id: string
  title: string
  body: string
  file: string
}

/** Content as a folder has it. */
export interface LoadedContent extends Content {
  /** Of everything that was read: what this is the same of says the same. Pictures are looked at, not read. */
  sha256: string
}

/** Everything a content folder says, each list in the order of its ids. */
export interface Content {
  site?: Site
  articles: Article[]
  stories: Story[]
  topics: Topic[]
  /** None where the subject has no such thing; the site then has no ledger. */
  instruments: Instrument[]
  publishers: Publisher[]
  pages: Page[]
  /** The picture that the site names. */
  picture?: Picture
  /** Files that could not be read, and those that share an id, of which only the first is loaded. */
  unread: string[]
  /** What could not be read or does not fit together; the rest is loaded all the same. */
  problems: Problem[]
}

/**
 * Reads and checks a content folder. Files that are wrong are left out and reported in `problems`. What `parsed` keeps of
 * earlier runs is not parsed again, nor is it read where `hashes` knows that the file did not change. Who reads a folder
 * once more passes `met` both times, and gets the same entries for files that are as they were.
 */
export function loadContent(
  folder: string,
  parsed = new Pack(),
  hashes = new FileHashes(),
  met: Met = new Map(),
): LoadedContent {
  const all = createHash('sha256')
  const problems: Problem[] = []
  const unread: string[] = []
  const reader = new EntryReader(folder, parsed, hashes, met)
  const attempt = <T>(path: string, read: () => { entry: T; sha256: string }): T | undefined => {
    try {
      const { entry, sha256 } = read()
      all.update(`${path}\0${sha256}\0`)
      return entry
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      problems.push(...problemsOf(error, path))
      unread.push(path)
      return undefined
    }
  }
  const read = <T>(path: string, parse: (text: string) => T): T | undefined =>
    attempt(path, () => {
      const { text, sha256 } = reader.text(path)
      return { entry: parse(text), sha256 }
    })
  const refuse = (below: string) => (path: string, fix: string) =>
    problems.push({ file: `${below}/${path}`, fix })
  const markdownFiles = (below: string): string[] =>
    listFiles(join(folder, below), (name) => MARKDOWN.test(name), refuse(below)).flatMap((path) => {
      const file = `${below}/${path}`
      if (path.endsWith('.md')) return [file]
      unread.push(file)
      problems.push({ file, fix: 'only files that end in .md are read; rename it' })
      return []
    })
  const documents = <S extends z.ZodType>(below: string, schema: S) =>
    markdownFiles(below).flatMap(
      (file) => attempt(file, () => reader.read(file, (text) => parseEntry(text, file, schema))) ?? [],
    )
  const unique = <T extends { id: string; file: string }>(entries: T[]): T[] => {
    const first = new Map<string, T>()
    for (const entry of entries) {
      const { id, file } = entry
      const before = first.get(id)
      if (!before) first.set(id, entry)
      else {
        unread.push(before.file, file)
        problems.push({
          file,
          field: 'id',
          value: id,
          fix: `${before.file} has this id too; give the one that is new an id of its own, or remove one`,
        })
      }
    }
    return [...first.values()].sort((a, b) => byCodePoint(a.id, b.id))
  }

  const content: Content = {
    site: read('site.yaml', (text) => validate(siteSchema, parseYaml(text, 'site.yaml'), 'site.yaml')),
    articles: unique(documents('articles', articleSchema)),
    stories: unique(documents('stories', storySchema)),
    topics: unique(documents('topics', topicSchema)),
    instruments: unique(documents('instruments', instrumentSchema)),
    publishers:
      read('publishers.yaml', (text) =>
        validate(publishersSchema, parseYaml(text, 'publishers.yaml') ?? [], 'publishers.yaml'),
      ) ?? [],
    pages: markdownFiles('pages').flatMap((file) => {
      const page = read(file, (text) => parsePage(text, file))
      if (file !== ABOUT)
        problems.push({ file, fix: `the site has no such page; move its text to ${ABOUT}, and remove it` })
      return page ?? []
    }),
    unread,
    problems,
  }
  const { file } = content.site?.picture ?? {}
  if (file !== undefined) {
    const picture = readPicture(folder, file)
    if ('fix' in picture) problems.push(picture)
    else content.picture = picture
  }
  for (const problem of checkReferences(content)) problems.push(problem)
  return { ...content, sha256: all.digest('base64') }
}

/** What stands in the way of one file; anything else is no matter of the content. */
function problemsOf(error: unknown, file: string): Problem[] {
  if (error instanceof ContentError) return error.problems
  if (isSystemError(error)) return [{ file, fix: `cannot be read (${error.message})` }]
  throw error
}

function parsePage(text: string, file: string): Page {
  const { data, body } = parseDocument(text, file)
  if (typeof data.title !== 'string' || Object.keys(data).length > 1) {
    throw new ContentError([
      { file, field: 'title', value: data.title, fix: 'a page has the one field title' },
    ])
  }
  return { id: basename(file, '.md'), title: data.title, body, file }
}
