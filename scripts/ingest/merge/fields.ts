import { formatDocument, parseYaml } from '../../content/front-matter.ts'
import type { Overlap } from './merge.ts'

/** One field of front matter as it stands in the file, with the comments above it. */
interface Field {
  /** Comment and blank lines above the field. */
  above: string
  text: string
  value: unknown
}

/** The fields of a front matter by their names, in their order. */
export type Fields = Map<string, Field>

/** Fields that say one thing together: a date of one side with the other's reason for it would be false. */
const UNITS = [
  ['title', 'titleFrom'],
  ['date', 'dateFrom'],
]
/** Where the text comes from and what was left out of it: where that changed, only ingest can know. */
export const OWNED: ReadonlySet<string> = new Set(['source', 'removed'])
const HEAD_LINE = /^(?:([A-Za-z_][\w-]*)|"([^"\\]+)"|'([^']+)')[ \t]*:(?:\s|$)/

/** Front matter taken apart at the lines that begin a field. The empty name holds comments after the last field. */
export function splitFields(head: string): Fields {
  const fields: Fields = new Map()
  let above = ''
  let current: { name: string; above: string; text: string } | undefined
  const close = () => {
    if (current) fields.set(current.name, { ...current, value: parseField(current.name, current.text) })
    current = undefined
  }
  for (const line of head.split(/(?<=\n)/)) {
    const [, plain, double, single] = HEAD_LINE.exec(line) ?? []
    const name = plain ?? double ?? single
    if (name !== undefined) {
      close()
      current = { name, above, text: line }
      above = ''
    } else if (/^\s*(?:#|$)/.test(line) && !/^[ \t]/.test(line)) {
      above += line
    } else if (current) {
      current.text += above + line
      above = ''
    } else above += line
  }
  close()
  if (above.trim()) fields.set('', { above, text: '', value: undefined })
  return fields
}

/** Merges field by field. `values` is what each field of the result must say. */
export function mergeFields(
  before: Fields,
  editor: Fields,
  ingest: Fields,
): { head: string; values: Map<string, unknown>; overlaps: Overlap[] } {
  const overlaps: Overlap[] = []
  const values = new Map<string, unknown>()
  const chosen = new Map<string, string>()
  for (const unit of unitsOf(new Set([...editor.keys(), ...ingest.keys(), ...before.keys()]))) {
    const same = (a: Fields, b: Fields) => fieldsSay(unit, a, b)
    const [only] = unit
    const list = unit.length === 1 && only !== undefined && mergeLists(only, before, editor, ingest)
    const side =
      same(ingest, before) || same(editor, ingest)
        ? editor
        : same(editor, before) || unit.every((name) => OWNED.has(name))
          ? ingest
          : undefined
    if (side) {
      for (const name of unit) {
        const field = side.get(name)
        const above = editor.get(name)?.above ?? field?.above ?? ''
        // A comment above a field that ingest takes away is the editor's all the same.
        if (above || field) chosen.set(name, above + (field?.text ?? ''))
        if (field && name) values.set(name, field.value)
      }
    } else if (list) {
      chosen.set(only, (editor.get(only)?.above ?? '') + formatField(only, list))
      values.set(only, list)
    } else {
      const shown = (fields: Fields) =>
        unit
          .map((name) => fields.get(name)?.text ?? '')
          .join('')
          .trimEnd()
      overlaps.push({
        where: unit.join(', '),
        before: shown(before),
        editor: shown(editor),
        ingest: shown(ingest),
      })
    }
  }
  const order = [...new Set([...editor.keys(), ...ingest.keys()])].sort(placing(editor, ingest))
  return { head: order.map((name) => chosen.get(name) ?? '').join(''), values, overlaps }
}

/** As the editor has the fields; one that ingest adds stands where ingest has it, comments after the last stay last. */
function placing(editor: Fields, ingest: Fields): (a: string, b: string) => number {
  const own = new Map([...editor.keys()].map((name, at) => [name, at]))
  const place = new Map<string, number>()
  let last = -1
  for (const [at, name] of [...ingest.keys()].entries()) {
    last = own.get(name) ?? last
    place.set(name, own.get(name) ?? last + (at + 1) / (ingest.size + 1))
  }
  for (const [name, at] of own) place.set(name, name === '' ? Infinity : at)
  return (a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)
}

/** Names of fields in groups that say one thing together. */
export function unitsOf<Name extends string>(names: Iterable<Name>): Name[][] {
  const all = new Set(names)
  const isAmong = (name: string): name is Name => all.has(name as Name)
  const units = UNITS.map((unit) => unit.filter(isAmong)).filter((unit) => unit.length > 0)
  const together = new Set(units.flat())
  return [...units, ...[...all].filter((name) => !together.has(name)).map((name) => [name])]
}

/**
 * Lists of strings, such as topics: the editor's order, less what ingest took away, then what it added. One with comments
 * in it is not written anew, since they would be lost.
 */
function mergeLists(name: string, ...sides: [Fields, Fields, Fields]): string[] | undefined {
  const [before, editor, ingest] = sides.map((side) => side.get(name)?.value ?? [])
  if (!isList(before) || !isList(editor) || !isList(ingest)) return undefined
  const [, edited] = sides.map((side) => side.get(name))
  if (edited && hasComment(edited)) return undefined
  const gone = new Set(before.filter((one) => !ingest.includes(one)))
  const kept = editor.filter((one) => !gone.has(one))
  return [...kept, ...ingest.filter((one) => !before.includes(one) && !kept.includes(one))]
}

/** Whether two sides say the same in some fields. */
export const fieldsSay = (names: string[], a: Fields, b: Fields): boolean =>
  names.every((name) => isSame(a.get(name), b.get(name)))

/** What a list of strings holds, nothing where there is no such field; undefined where it is another, or has comments. */
export function listOf(field: Field | undefined): string[] | undefined {
  if (!field) return []
  return isList(field.value) && !hasComment(field) ? field.value : undefined
}

/** A field that holds such a list. */
export const withList = (name: string, list: string[]): Field => ({
  above: '',
  text: formatField(name, list),
  value: list,
})

const isList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

/** The same value, however it is written; comments inside count as an edit, since a rewrite would lose them. */
export function isSame(a: Field | undefined, b: Field | undefined): boolean {
  if (!a || !b) return a === b
  if (a.text === b.text) return true
  const readable = a.value !== undefined && b.value !== undefined && !hasComment(a) && !hasComment(b)
  return readable && formatField('x', a.value) === formatField('x', b.value)
}

const hasComment = ({ text }: Field): boolean => /(?:^|\s)#/.test(text)

const formatField = (name: string, value: unknown): string =>
  formatDocument({ data: { [name]: value }, body: '' }).replace(/^---\n|---\n$/g, '')

function parseField(name: string, text: string): unknown {
  try {
    return (parseYaml(text, '') as Record<string, unknown> | null)?.[name]
  } catch {
    return undefined
  }
}
