import { appendFileSync, cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeOptionsOf } from '../terminal/node-options.ts'
import type { Corpus } from './corpus.ts'
import type { Measures } from './measure.ts'
import { run, scriptArguments } from './run.ts'

/** Ingest: the first run, one with nothing changed, one text more, and everything cleaned again. */
export async function measureIngest(
  { sources, empty, extra }: Corpus,
  { folder, cache, runs }: { folder: string; cache: string; runs: number },
  measures: Measures,
): Promise<void> {
  const content = join(folder, 'ingested')
  const added = join(sources, extra.name)
  const script = [
    ...nodeOptionsOf('ingest'),
    ...scriptArguments('scripts/ingest.ts', '--sources', sources, '--content', content),
  ]
  const measured = async (name: string) =>
    measures.add(`ingest: ${name}`, await run(process.execPath, script, { mostCode: 1 }))
  for (let at = 0; at < runs; at++) {
    for (const path of [content, cache, added]) rmSync(path, { recursive: true, force: true })
    cpSync(empty, content, { recursive: true })
    await measured('first run')
    await measured('nothing changed')
    writeFileSync(added, extra.text)
    await measured('one text added')
    rmSync(added)
    // Another publisher is known: every text has to be looked at again.
    appendFileSync(
      join(content, 'publishers.yaml'),
      `- id: late-${at}\n  name: Late Arrival ${at}\n  domains: [late-${at}.example]\n`,
    )
    await measured('everything cleaned again')
  }
  for (const path of [content, added]) rmSync(path, { recursive: true, force: true })
}
