import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadContent } from '../../../scripts/content/load.ts'
import { ingest } from '../../../scripts/ingest/run.ts'
import { scratchFolder, textsBelow } from '../../scratch.ts'
import type { Fault } from './faults.ts'
import { prepare, run } from './process.ts'
import { make, STATES } from './states.ts'

function copyOf(folder: string): string {
  const copy = join(scratchFolder(), 'digest')
  mkdirSync(copy)
  cpSync(folder, copy, { recursive: true })
  return copy
}

const contentOf = (folder: string): Map<string, string> => textsBelow(join(folder, 'content'))
/** What readers and editors see: neither the state nor files on their way. */
const visible = (texts: Map<string, string>) => [...texts].filter(([path]) => !path.startsWith('.ingest/'))

const rows: Record<string, string | number>[] = []
beforeAll(prepare)
afterAll(() => console.table(rows))

describe.each(STATES)('cut off anywhere: $name', (state) => {
  test('no file is torn or lost, and the next run ends as if nothing had happened', async () => {
    const start = join(scratchFolder(), 'start')
    make(state, start)
    const before = contentOf(start)
    const whole = copyOf(start)
    const { operations } = await run(whole)
    expect(operations).toBeGreaterThan(2)
    const after = contentOf(whole)
    const row = { state: state.name, operations, runs: 0, torn: 0, lost: 0, 'ended otherwise': 0 }
    rows.push(row)

    const faults = Array.from({ length: operations }, (_, at): Fault => ({ kind: 'kill', at: at + 1 }))
    for (let at = 1; at <= operations; at += 8) faults.push({ kind: at % 16 === 1 ? 'full' : 'limit', at })
    const attempt = async (fault: Fault) => {
      row.runs++
      const folder = copyOf(start)
      const { code, signal } = await run(folder, fault)
      // Where a failure did no harm, such as one to remove a draft that is not there, the run may end well.
      if (fault.kind === 'kill') expect(signal, `kill at ${fault.at}`).toBe('SIGKILL')
      else expect([0, 1], `${fault.kind} at ${fault.at}`).toContain(code)
      const found = new Map(visible(contentOf(folder)))
      for (const [path, text] of found) if (text !== before.get(path) && text !== after.get(path)) row.torn++
      for (const [path] of visible(before)) if (after.has(path) && !found.has(path)) row.lost++
      ingest({ content: join(folder, 'content'), sources: join(folder, 'sources') })
      const ended = contentOf(folder)
      rmSync(folder, { recursive: true })
      if (JSON.stringify([...ended]) !== JSON.stringify([...after])) {
        row['ended otherwise']++
        expect(Object.fromEntries(ended), `${fault.kind} at ${fault.at}`).toEqual(Object.fromEntries(after))
      }
    }
    const lanes = [0, 1].map(async (lane) => {
      for (let at = lane; at < faults.length; at += 2) await attempt(faults[at] as Fault)
    })
    await Promise.all(lanes)
    expect(row).toMatchObject({ torn: 0, lost: 0, 'ended otherwise': 0 })
  }, 120_000)

  test('a second run writes nothing', () => {
    const folder = join(scratchFolder(), 'digest')
    make(state, folder)
    const options = { content: join(folder, 'content'), sources: join(folder, 'sources') }
    ingest(options)
    const first = contentOf(folder)
    const { files } = ingest(options)
    expect(contentOf(folder)).toEqual(first)
    for (const { outcome } of files)
      expect(['unchanged', 'edited and kept', 'deleted and left so', 'in conflict']).toContain(outcome)
    expect(loadContent(options.content).articles.length).toBeGreaterThan(0)
  })
})
