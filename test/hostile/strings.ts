import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { CHARACTERS, LONG } from './strings/characters.ts'
import { MARKS, TEMPLATES, YAML } from './strings/languages.ts'
import { LINKS } from './strings/links.ts'
import { SCRIPTS } from './strings/scripts.ts'

const LISTED = join(import.meta.dirname, 'listed')

const KINDS: [arbitrary: fc.Arbitrary<string>, count: number][] = [
  [SCRIPTS, 2200],
  [LINKS, 1000],
  [MARKS, 1100],
  [YAML, 500],
  [TEMPLATES, 400],
  [CHARACTERS, 800],
]

/**
 * Every hostile string, each once and always in the same order: those made by grammar, those listed here by hand, and
 * those of the text files, one string a line, below the folder that `HOSTILE_LISTS` names.
 */
export function hostileStrings(): string[] {
  const made = KINDS.flatMap(([arbitrary, numRuns], at) => fc.sample(arbitrary, { numRuns, seed: 100 + at }))
  const further = process.env.HOSTILE_LISTS
  const listed = [LISTED, ...(further ? [further] : [])].flatMap(linesBelow)
  return [...new Set([...listed, ...made, ...LONG])].filter((text) => text.trim() !== '')
}

function linesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
}
