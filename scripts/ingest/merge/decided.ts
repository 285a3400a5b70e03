import { diffIndices } from 'node-diff3'
import { blocksOf, isComparable } from './blocks.ts'
import { type Fields, fieldsSay, isSame, listOf, OWNED, splitFields, unitsOf, withList } from './fields.ts'
import { canonical, split } from './merge.ts'

/**
 * What the next merge starts from: what ingest writes now, but for what the editor had already made of `before` in the same
 * way. That stays as it was before: ingest may come to say otherwise again, and the editor's word holds then too. The same
 * text as ingest's where the two have nothing in common.
 */
export function decidedBase(before: string, editor: string, ingest: string): string {
  const [o, a, b] = [before, editor, ingest].map((text) => split(canonical(text)))
  if (!o || !a || !b) return ingest
  const head = decidedFields(splitFields(o.head), splitFields(a.head), splitFields(b.head))
  const body = decidedBlocks(o.body, a.body, b.body)
  if (head === undefined && body === undefined) return ingest
  return `---\n${head ?? b.head}---\n${(body ?? b.body) ? `\n${body ?? b.body}\n` : ''}`
}

/** The front matter; undefined where it is ingest's. */
function decidedFields(before: Fields, editor: Fields, ingest: Fields): string | undefined {
  const decided = new Map(ingest)
  let isIngests = true
  const set = (name: string, field: ReturnType<Fields['get']>) => {
    isIngests = false
    if (field) decided.set(name, { ...field, above: '' })
    else decided.delete(name)
  }
  for (const unit of unitsOf(new Set([...before.keys(), ...editor.keys(), ...ingest.keys()]))) {
    if (unit.every((name) => OWNED.has(name) || name === '')) continue
    if (fieldsSay(unit, editor, ingest)) {
      for (const name of unit) if (!isSame(ingest.get(name), before.get(name))) set(name, before.get(name))
      continue
    }
    const [only = ''] = unit
    const sides = unit.length === 1 ? [before, editor, ingest] : []
    const [o, a, b] = sides.map((side) => listOf(side.get(only)))
    if (!o || !a || !b) continue
    const list = [
      ...b.filter((one) => o.includes(one) || !a.includes(one)),
      ...o.filter((one) => !a.includes(one) && !b.includes(one)),
    ]
    if (list.join('\0') !== b.join('\0')) set(only, list.length > 0 ? withList(only, list) : undefined)
  }
  return isIngests ? undefined : [...decided.values()].map(({ text }) => text).join('')
}

/** The body; undefined where it is ingest's. */
function decidedBlocks(before: string, editor: string, ingest: string): string | undefined {
  if (ingest === before || editor === before) return undefined
  const [o, a, b] = [before, editor, ingest].map(blocksOf) as [string[], string[], string[]]
  if (!isComparable(o, a, b)) return undefined
  const edits = diffIndices(o, a)
  const nameOf = ({ buffer1: [from, count], buffer2Content }: (typeof edits)[number]) =>
    JSON.stringify([from, count, buffer2Content])
  const made = new Set(edits.map(nameOf))
  const gone = new Set(
    edits.flatMap(({ buffer1: [from, count], buffer2Content }) =>
      buffer2Content.length > 0 ? [] : Array.from({ length: count }, (_, at) => from + at),
    ),
  )
  const blocks: string[] = []
  let at = 0
  for (const change of diffIndices(o, b)) {
    const [from, count] = change.buffer1
    blocks.push(...o.slice(at, from))
    at = from + count
    const old = o.slice(from, at)
    if (made.has(nameOf(change))) blocks.push(...old)
    else if (change.buffer2Content.length > 0) blocks.push(...change.buffer2Content)
    else blocks.push(...old.filter((_, place) => gone.has(from + place)))
  }
  blocks.push(...o.slice(at))
  const body = blocks.join('\n\n')
  return body === ingest ? undefined : body
}
