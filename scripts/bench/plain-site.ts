import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { formatDocument, parseDocument } from '../content/front-matter.ts'
import { write } from './files.ts'

/** Files of a generator's project: templates and settings by path. */
export type Project = Record<string, string>

/** Writes a project for another generator: its own files, and the corpus's articles and stories with plain front matter. */
export function writeProject(
  folder: string,
  project: Project,
  content: string,
  fields: (entry: {
    title: string
    date?: string
    topics: string[]
    story?: string
    layout: string
  }) => object,
): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [path, text] of Object.entries(project)) write(join(folder, path), text)
  for (const kind of ['articles', 'stories']) {
    for (const name of readdirSync(join(content, kind))) {
      const { data, body } = parseDocument(readFileSync(join(content, kind, name), 'utf8'), name)
      const { title = basename(name, '.md'), date, topics = [], story } = data as Record<string, never>
      const entry = fields({ title, date, topics, story, layout: kind === 'articles' ? 'article' : 'story' })
      write(
        join(folder, 'content', kind, name),
        formatDocument({ data: entry as Record<string, unknown>, body }),
      )
    }
  }
}
