import { strict as assert } from 'node:assert'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import {
  asOfTheDead,
  type Failure,
  failure,
  interrupt,
  plant,
  type Tree,
  treeOf,
  withoutCache,
} from '../../faults.ts'

/** What was found, for the test to judge; `recorded` is what a build leaves that is killed at each operation. */
export interface Replayed {
  rows: Record<string, string | number>[]
  recorded: Tree[]
  /** Number of the operation with which the swap begins, from 0. */
  swap: number
  old: Tree
  /** The same with what builds kept for the next. */
  before: Tree
}

const siteOf = (tree: Tree): Tree => tree.filter(([path]) => path.startsWith('site/'))

const CLOSES = '---\nid: harbour\ntitle: The harbour closes\n---\n'

/** Waits until Eleventy, which goes on writing after a page has failed, has done nothing for a while. */
async function quiet(count: () => number): Promise<void> {
  for (let before = -1; before !== count(); ) {
    before = count()
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/**
 * Builds again and again in one process, since starting one takes far longer than building a few pages: over an old
 * site, cut off in the middle of every operation, and failing there. Writes what it found as JSON.
 */
async function replay(folder: string): Promise<Replayed> {
  const [content, root] = [join(folder, 'content'), join(folder, 'root')]
  const output = join(root, 'site')
  const page = join(content, 'stories/harbour.md')
  const { build } = await import('../../../scripts/site/build.ts')
  const { restoreSite } = await import('../../../scripts/site/swap.ts')

  // Twice, so that the next build goes on with the site before the last.
  for (const title of ['A harbour is planned', 'The harbour opens']) {
    writeFileSync(page, `---\nid: harbour\ntitle: ${title}\n---\n`)
    await build({ content, output, search: 'none' })
  }
  const before = treeOf(root)
  const old = siteOf(before)
  writeFileSync(page, CLOSES)
  await build({ content, output, search: 'none' })
  const after = withoutCache(treeOf(root))
  const fresh = siteOf(after)

  const recorded: Tree[] = []
  let swap = -1
  plant(before, root)
  const { end } = interrupt((_, name, path) => {
    // With the last site's renaming the swap begins.
    if (name === 'renameSync' && path === output) swap = recorded.length
    recorded.push(asOfTheDead(treeOf(root)))
  }, root)
  await build({ content, output, search: 'none' }).finally(end)
  assert.deepEqual(withoutCache(treeOf(root)), after)

  const rows = ['while pages are written', 'from the swap on'].map((when) => ({
    when,
    kills: 0,
    'gap restored': 0,
    failures: 0,
    torn: 0,
    'ended otherwise': 0,
  }))
  const rowOf = (at: number) => rows[at < swap ? 0 : 1] as (typeof rows)[number]
  const isWhole = (site: Tree) => [old, fresh].some((one) => JSON.stringify(one) === JSON.stringify(site))
  const ends = async (row: (typeof rows)[number]) => {
    await build({ content, output, search: 'none' })
    if (JSON.stringify(withoutCache(treeOf(root))) !== JSON.stringify(after)) row['ended otherwise']++
  }

  let last = ''
  for (const [at, tree] of recorded.entries()) {
    const row = rowOf(at)
    row.kills++
    const now = JSON.stringify(tree)
    if (now === last) continue
    last = now
    plant(tree, root)
    if (siteOf(tree).length === 0) {
      restoreSite(output)
      row['gap restored'] += isWhole(siteOf(treeOf(root))) ? 1 : 0
      plant(tree, root)
      writeFileSync(page, '---\nid: harbour\ntitel: Misspelt\n---\n')
      await assert.rejects(build({ content, output, search: 'none' }))
      if (!isWhole(siteOf(treeOf(root)))) row.torn++
      writeFileSync(page, CLOSES)
    } else if (!isWhole(siteOf(tree))) row.torn++
    await ends(row)
  }
  const kinds: Failure[] = ['full', 'broken']
  for (const at of recorded.keys()) {
    if (at < swap && at % 5 > 0) continue
    for (const kind of at < swap ? [kinds[at % 2] as Failure] : kinds) {
      const row = rowOf(at)
      row.failures++
      plant(before, root)
      const fault = interrupt((now, name) => {
        if (now === at + 1) throw failure(kind, name)
      }, root)
      await build({ content, output, search: 'none' })
        .catch((error: Error) => assert.match(inspect(error), /injected/))
        .finally(() => (at < swap ? quiet(fault.count) : undefined))
      fault.end()
      if (!isWhole(siteOf(treeOf(root)))) row.torn++
      plant(asOfTheDead(treeOf(root)), root)
      await ends(row)
    }
  }
  return { rows, recorded, swap, old, before }
}

// What Eleventy goes on with after a page has failed fails too, and there the process of a build ends.
process.on('unhandledRejection', () => {})
const [folder = ''] = process.argv.slice(-1)
writeFileSync(join(folder, 'replayed.json'), JSON.stringify(await replay(folder)))
