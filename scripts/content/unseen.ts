import { unseenIn, visible } from './visible.ts'

const AROUND = 20
/** What the more telling ones do; the others only print as nothing. */
const DOES: [from: number, to: number, does: string][] = [
  [0x202a, 0x202e, 'turns the text around it'],
  [0x2066, 0x2069, 'turns the text around it'],
  [0x200e, 0x200f, 'marks a direction'],
  [0x61c, 0x61c, 'marks a direction'],
  [0xd800, 0xdfff, 'is half of a character'],
  [0x0, 0x1f, 'is a control character'],
  [0x7f, 0x9f, 'is a control character'],
]

/** Where the fields of a file hold what nobody sees or what turns the text around it: a line for each field, escapes shown. */
export function unseenLines(file: string, fields: object): string[] {
  return textsOf(fields, '').flatMap(([field, text]) => {
    const found = unseenIn(text)
    if (!found) return []
    const { at, character, count } = found
    const place = field === 'body' ? `body, line ${text.slice(0, at).split('\n').length}` : field
    const around = text.slice(Math.max(0, at - AROUND), at + AROUND).toWellFormed()
    const others = count > 1 ? `, and there ${count > 2 ? `are ${count - 1} more` : 'is one more'}` : ''
    return [
      `${visible(file)}: ${place}: "${visible(around)}" holds ${character}, which ${does(character)}${others}; remove it unless it is meant`,
    ]
  })
}

function does(shown: string): string {
  const code = Number.parseInt(shown.slice(3), 16)
  return DOES.find(([from, to]) => from <= code && code <= to)?.[2] ?? 'nobody sees'
}

/** Every text in a value, with the names of the fields that lead to it. */
function textsOf(value: unknown, field: string): [field: string, text: string][] {
  if (typeof value === 'string') return [[field, value]]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, field ? `${field}.${key}` : key))
}
