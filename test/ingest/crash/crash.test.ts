import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadContent } from '../../../scripts/content/load.ts'
import { ingest } from '../../../scripts/ingest/run.ts'
import { asOfTheDead, type Failure, failure, interrupt, plant, type Tree, treeOf } from '../../faults.ts'
import { scratchFolder } from '../../scratch.ts'
import { kill, prepare } from './process.ts'
import { make, STATES } from './states.ts'

const FAILURES: Failure[] = ['full', 'limit', 'broken']
const SIGNALS: NodeJS.Signals[] = ['SIGKILL', 'SIGINT', 'SIGTERM']
const folder = join(scratchFolder(), 'digest')
const options = { content: join(folder, 'content'), sources: join(folder, 'sources') }
/** What readers and editors see: neither the state nor files on their way. */
const visible = (tree: Tree) =>
  tree.filter(([path]) => path.startsWith('content/') && !path.startsWith('content/.'))

/** What a run does operation by operation: the tree in the middle of each, as one that is killed there leaves it. */
function record(start: Tree): { killed: Tree[]; after: Tree } {
  plant(start, folder)
  const killed: Tree[] = []
  const { end } = interrupt(() => killed.push(asOfTheDead(treeOf(folder))))
  try {
    ingest(options)
  } finally {
    end()
  }
  return { killed, after: treeOf(folder) }
}

/** A run of which one operation fails. It may end well all the same, such as where a draft is removed that is not there. */
function fail(start: Tree, last: number, kind: Failure): Tree {
  plant(start, folder)
  const { end } = interrupt((at, name) => {
    // A full disk stays full, and lets files be removed and renamed all the same.
    const isStillFull = kind === 'full' && at > last && name !== 'rmSync' && name !== 'renameSync'
    if (at === last || isStillFull) throw failure(kind, name)
  })
  try {
    ingest(options)
  } catch (error) {
    expect((error as Error).message).toContain('injected')
  } finally {
    end()
  }
  return treeOf(folder)
}

const rows: Record<string, string | number>[] = []
const flush = fs.fsyncSync
beforeAll(() => {
  prepare()
  // Flushing takes most of the time, and only a machine that stops loses what a killed process has written.
  fs.fsyncSync = () => {}
  syncBuiltinESMExports()
})
afterAll(() => {
  fs.fsyncSync = flush
  syncBuiltinESMExports()
  console.table(rows)
})

describe.each(STATES.map((state, number) => ({ ...state, number })))('cut off anywhere: $name', (state) => {
  test('no file is torn or lost, and the next run ends as if nothing had happened', async () => {
    make(state, folder)
    const start = treeOf(folder)
    const { killed, after } = record(start)
    expect(killed.length).toBeGreaterThan(2)
    const row = {
      state: state.name,
      kills: killed.length,
      failures: 0,
      torn: 0,
      lost: 0,
      'ended otherwise': 0,
    }
    rows.push(row)
    const [before, whole] = [new Map(start), new Map(after)]
    const judge = (left: Tree, what: string) => {
      const found = new Map(visible(left))
      for (const [path, bytes] of found)
        if (bytes !== before.get(path) && bytes !== whole.get(path)) row.torn++
      for (const [path] of visible(start)) if (whole.has(path) && !found.has(path)) row.lost++
      plant(left, folder)
      ingest(options)
      const ended = treeOf(folder)
      if (JSON.stringify(ended) === JSON.stringify(after)) return
      row['ended otherwise']++
      expect(Object.fromEntries(ended), what).toEqual(Object.fromEntries(after))
    }

    let last = ''
    for (const [at, tree] of killed.entries()) {
      // An operation that leaves the tree as the one before left it, such as a flush, is one kill with it.
      const now = JSON.stringify(tree)
      if (now !== last) judge(tree, `killed at ${at + 1}`)
      last = now
    }
    for (let at = 1 + (state.number % 3); at <= killed.length; at += 3) {
      const kind = FAILURES[(at + state.number) % 3] as Failure
      judge(asOfTheDead(fail(start, at, kind)), `${kind} at ${at}`)
      row.failures++
    }
    expect(row).toMatchObject({ torn: 0, lost: 0, 'ended otherwise': 0 })

    // A process that is really killed leaves what was recorded.
    for (const share of [0.3, 0.8]) {
      const at = Math.ceil(((share + state.number / STATES.length) % 1) * killed.length) || 1
      const signal = SIGNALS[(at + state.number) % 3] as NodeJS.Signals
      plant(start, folder)
      const { pid, ended } = await kill(folder, at, signal)
      expect(ended).toBe(signal)
      expect(asOfTheDead(treeOf(folder), pid), `killed at ${at}`).toEqual(killed[at - 1])
    }
  }, 120_000)

  test('a second run writes nothing', () => {
    make(state, folder)
    ingest(options)
    const first = treeOf(folder)
    const { files } = ingest(options)
    expect(treeOf(folder)).toEqual(first)
    for (const { outcome } of files)
      expect(['unchanged', 'edited and kept', 'deleted and left so', 'in conflict']).toContain(outcome)
    expect(loadContent(options.content).articles.length).toBeGreaterThan(0)
  })
})
