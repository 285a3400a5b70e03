import { formatDocument, parseDocument } from '../../content/front-matter.ts'
import { unlessWrong } from '../../content/problem.ts'
import { mergeBlocks } from './blocks.ts'
import { mergeFields, splitFields } from './fields.ts'

/** A place that an editor and ingest changed differently. Texts are as they stand in the file; empty where absent. */
export interface Overlap {
  /** Names of front-matter fields, or `body`. */
  where: string
  before: string
  editor: string
  ingest: string
}

export interface Merged {
  /** The merged file; only of use when nothing overlaps. */
  text: string
  overlaps: Overlap[]
}

/**
 * Merges what an editor made of a file with what ingest would write now, both starting from `before`: front matter by
 * field, the body by paragraph (three-way merge; Khanna, Kunal and Pierce 2007, "A formal investigation of diff3").
 * Fields and paragraphs that only one side changed are taken from it as they stand there, comments and all. Where
 * both changed the same, nothing is decided: it is returned as an overlap.
 */
export function merge(before: string, editor: string, ingest: string): Merged {
  const texts = [before, editor, ingest].map(canonical) as [string, string, string]
  const parts = texts.map(split)
  const [o, a, b] = parts
  if (!o || !a || !b) return whole(texts)
  const fields = mergeFields(splitFields(o.head), splitFields(a.head), splitFields(b.head))
  const body = mergeBlocks(o.body, a.body, b.body)
  const text = `---\n${fields.head}---\n${body.text ? `\n${body.text}\n` : ''}`
  const overlaps = [...fields.overlaps, ...body.overlaps]
  if (overlaps.length === 0 && !says(text, fields.values)) return whole(texts)
  return { text, overlaps }
}

/** Line ends and a byte order mark are no edit: git and some editors change them by themselves. */
export const canonical = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')

/** Front matter without its fences, and body; undefined where it has none. */
export function split(text: string): { head: string; body: string } | undefined {
  const found = /^---\n((?:(?!---[ \t]*(?:\n|$)).*\n)*)---[ \t]*(?:\n|$)/.exec(text)
  return found ? { head: found[1] ?? '', body: withoutBlankEnds(text.slice(found[0].length)) } : undefined
}

/** The indentation of the first line stays: it makes code of it. */
const withoutBlankEnds = (body: string): string => body.trimEnd().replace(/^(?:[ \t]*\n)+/, '')

/** Front matter that cannot be taken apart by its lines is not merged at all. */
function whole([before, editor, ingest]: [string, string, string]): Merged {
  if (editor === ingest || ingest === before) return { text: editor, overlaps: [] }
  if (editor === before) return { text: ingest, overlaps: [] }
  return { text: editor, overlaps: [{ where: 'the whole file', before, editor, ingest }] }
}

/** Whether the merged file says in each field what was chosen for it: the check on taking YAML apart by lines. */
function says(text: string, values: Map<string, unknown>): boolean {
  const saidIn = unlessWrong(() => {
    const { data } = parseDocument(text, '')
    const wanted = Object.fromEntries([...values].map(([name]) => [name, data[name]]))
    return (
      Object.keys(data).length === values.size &&
      formatDocument({ data: wanted, body: '' }) ===
        formatDocument({ data: Object.fromEntries(values), body: '' })
    )
  })
  return saidIn ?? false
}
