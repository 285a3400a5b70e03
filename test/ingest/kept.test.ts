import {
  appendFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeCorpus } from '../../scripts/bench/corpus.ts'
import { Pack, packKey } from '../../scripts/content/pack.ts'
import { ingest } from '../../scripts/ingest/run.ts'
import { scratchFolder, textsBelow } from '../scratch.ts'

const TEXTS = 12

describe('what ingest keeps of earlier runs', () => {
  const folder = scratchFolder()
  const { sources, empty, extra } = writeCorpus(join(folder, 'corpus'), TEXTS)
  const cache = join(folder, 'cache')
  /** The same digest twice: one is ingested with the cache, the other without. */
  const [warm, cold] = [join(folder, 'warm'), join(folder, 'cold')]
  for (const content of [warm, cold]) cpSync(empty, content, { recursive: true })
  const both = (cleanAlone?: number) => {
    const report = ingest({ sources, content: warm, cache, cleanAlone })
    const { files, refused, problems } = ingest({ sources, content: cold })
    expect({ files, refused, problems }).toEqual({
      files: report.files,
      refused: report.refused,
      problems: report.problems,
    })
    expect(textsBelow(warm)).toEqual(textsBelow(cold))
    return report.work
  }
  const packs = () => {
    const [own = ''] = readdirSync(cache)
    return readdirSync(join(cache, own)).map((name) => join(cache, own, name))
  }

  test('spares work and changes nothing', () => {
    expect(both(0)).toMatchObject({ cleaned: TEXTS })
    expect(both()).toEqual({ cleaned: 0, cleanedAgain: 0, filesWritten: 0 })
  })

  test('covers a text that came, and one that was revised', () => {
    writeFileSync(join(sources, extra.name), extra.text)
    expect(both()).toMatchObject({ cleaned: 1 })
    writeFileSync(join(sources, extra.name), extra.text.replace(/\bwas\b/g, 'had been'))
    expect(both()).toMatchObject({ cleaned: 1 })
    rmSync(join(sources, extra.name))
    expect(both()).toMatchObject({ cleaned: 0, filesWritten: 0 })
  })

  test('is worth nothing once topics or publishers are others', () => {
    for (const content of [warm, cold])
      appendFileSync(join(content, 'publishers.yaml'), '- id: late\n  name: Late Arrival\n')
    expect(both()).toMatchObject({ cleaned: TEXTS, filesWritten: 0 })
  })

  test('is not believed where it was cut off or altered', () => {
    for (const path of packs()) truncateSync(path, Math.floor(readFileSync(path).length / 2))
    expect(both().cleaned).toBeGreaterThan(0)
    for (const path of packs()) {
      const bytes = readFileSync(path)
      for (let at = 200; at < bytes.length; at += 500) bytes[at] = (bytes[at] ?? 0) ^ 1
      writeFileSync(path, bytes)
    }
    expect(both().cleaned).toBe(TEXTS)
    for (const path of packs()) writeFileSync(path, 'no pack')
    expect(both().cleaned).toBe(TEXTS)
    expect(both().cleaned).toBe(0)
  })

  test('goes with the content folder that it is of, and a dry run adds nothing', () => {
    const gone = join(folder, 'gone')
    cpSync(empty, gone, { recursive: true })
    ingest({ sources, content: gone, cache, dryRun: true })
    expect(readdirSync(cache)).toHaveLength(1)
    ingest({ sources, content: gone, cache })
    expect(readdirSync(cache)).toHaveLength(2)
    rmSync(gone, { recursive: true })
    both()
    expect(readdirSync(cache)).toHaveLength(1)
  })
})

test('a pack drops what nobody asks for, once that is more than the rest', () => {
  const path = join(scratchFolder(), 'pack')
  const keys = Array.from({ length: 10 }, (_, at) => packKey(String(at)))
  const first = new Pack(path, 'a')
  for (const key of keys) first.put(key, Buffer.from(key.slice(0, 3), 'latin1'))
  first.save()
  const second = new Pack(path, 'a')
  for (const key of keys.slice(0, 3)) expect(second.get(key)?.toString('latin1')).toBe(key.slice(0, 3))
  second.put(packKey('new'), Buffer.from('new'))
  second.save()
  const third = new Pack(path, 'a')
  expect([packKey('new'), ...keys].filter((key) => third.get(key))).toHaveLength(4)
  expect(new Pack(path, 'b').get(keys[0] ?? '')).toBeUndefined()
})
