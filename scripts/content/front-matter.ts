import matter from 'gray-matter'
import yaml from 'js-yaml'
import { ContentError } from './problem.ts'

/** A Markdown file taken apart: its front matter as plain data, and its body. */
export interface Document {
  data: Record<string, unknown>
  body: string
}

/**
 * The project's only YAML reader: YAML 1.2 core schema, so that `No`, `12:30` and `2024-01-02` stay strings. Anchors are
 * refused: nothing here needs them, a few lines of them can stand for more values than memory holds, and of an unquoted
 * `&c. and others` they would swallow the first word.
 */
export function parseYaml(text: string, file: string): unknown {
  try {
    return yaml.load(text, { schema: yaml.CORE_SCHEMA, listener: (_, state) => refuseAnchors(state, file) })
  } catch (error) {
    if (error instanceof ContentError) throw error
    const { reason, mark } = error as yaml.YAMLException
    const field = mark ? `line ${mark.line + 1}` : undefined
    throw new ContentError([
      {
        file,
        field,
        fix: `not valid YAML (${reason ?? (error as Error).message}); mend or quote this value`,
      },
    ])
  }
}

function refuseAnchors(state: yaml.State & { anchorMap?: object }, file: string): void {
  const [anchor] = Object.keys(state.anchorMap ?? {})
  if (anchor !== undefined)
    throw new ContentError([
      {
        file,
        value: `&${anchor}`,
        fix: 'anchors are not read; quote a text that begins with &, or write the value out',
      },
    ])
}

const refuse = (file: string) => ({
  parse(): never {
    throw new ContentError([
      { file, field: 'line 1', fix: 'only YAML front matter is read; write --- alone' },
    ])
  },
})

/**
 * Splits a Markdown file into front matter and body.
 *
 * Line 1 must be exactly `---`: gray-matter would run `---js` as code otherwise. A byte order mark and Windows line
 * endings are accepted and dropped.
 */
export function parseDocument(text: string, file: string): Document {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  if (!clean.startsWith('---\n')) {
    throw new ContentError([
      {
        file,
        field: 'line 1',
        value: clean.slice(0, clean.indexOf('\n') >>> 0).slice(0, 40),
        fix: 'front matter must begin with a line ---',
      },
    ])
  }
  const end = /\n---([^\n]*)/.exec(clean)
  if (!end)
    throw new ContentError([{ file, fix: 'front matter has no end; write a line --- after its last field' }])
  if (end[1]?.trim()) {
    throw new ContentError([
      {
        file,
        value: end[0].slice(1, 40),
        fix: 'the line that ends front matter must be --- alone; indent or mend this one',
      },
    ])
  }
  const none = refuse(file)
  const { data, content } = matter(clean, {
    language: 'yaml',
    engines: {
      // gray-matter takes the last line end for its own; a text that ends with one would lose it.
      yaml: (source) => (parseYaml(`${source}\n`, file) ?? {}) as object,
      javascript: none,
      js: none,
      json: none,
    },
  })
  if (data === null || typeof data !== 'object' || Array.isArray(data)) {
    throw new ContentError([
      { file, value: data, fix: 'front matter must be fields, one `name: value` a line' },
    ])
  }
  return { data, body: content.replace(/^\n+/, '') }
}

/**
 * Writes a document back. Fields stand in the order given, absent ones are left out, every string that YAML could
 * read as something else is quoted.
 */
export function formatDocument({ data, body }: Document): string {
  const fields = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
  const head = yaml.dump(fields, { lineWidth: 110, noRefs: true, quotingType: "'" })
  const text = body.trim()
  return `---\n${head}---\n${text ? `\n${text}\n` : ''}`
}
