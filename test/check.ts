import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'

/** Set to rewrite expectations; look at the diff before you commit it. */
const UPDATE = process.env.UPDATE_EXPECTED === '1'

/** A case: a folder with an input file, and what must come of it. */
export interface Case {
  name: string
  folder: string
  /** The one file whose name begins with `input.` */
  input: string
}

/** The cases below a folder of fixtures, by name. */
export function cases(fixtures: string): Case[] {
  return readdirSync(fixtures, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const folder = join(fixtures, name)
      const input = readdirSync(folder).find((file) => file.startsWith('input.'))
      if (!input) throw new Error(`${folder}: a case needs a file input.*`)
      return { name, folder, input: join(folder, input) }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * Compares what came out with the case's expectation. A missing expectation fails, so that none is ever made by
 * accident: run with UPDATE_EXPECTED=1 to write it, and read what was written.
 */
export function check(folder: string, file: string, actual: string): void {
  const path = join(folder, file)
  if (UPDATE) writeFileSync(path, actual)
  if (!existsSync(path))
    expect.fail(`${path} is missing; write it by hand, or run with UPDATE_EXPECTED=1 and read it`)
  expect(actual).toBe(readFileSync(path, 'utf8'))
}
