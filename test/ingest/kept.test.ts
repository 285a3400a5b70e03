import {
  appendFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeCorpus } from '../../scripts/bench/corpus.ts'
import { Pack, packKey } from '../../scripts/content/pack.ts'
import { ContentError } from '../../scripts/content/problem.ts'
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
  /** The same where a run may refuse to begin, as with topics that contradict each other: both do, and say the same. */
  const bothOrNeither = () => {
    try {
      both()
    } catch (error) {
      if (!(error instanceof ContentError)) throw error
      expect(() => ingest({ sources, content: cold })).toThrow(error.message)
      expect(textsBelow(warm)).toEqual(textsBelow(cold))
    }
  }
  const packs = () => {
    const [own = ''] = readdirSync(cache)
    return readdirSync(join(cache, own)).map((name) => join(cache, own, name))
  }

  test('spares work and changes nothing', () => {
    expect(both(0)).toMatchObject({ cleaned: TEXTS })
    // What the second will say was foreseen by the first.
    expect(packs().map((path) => basename(path))).toContain('settled')
    expect(both()).toEqual({ cleaned: 0, cleanedAgain: 0, filesWritten: 0 })
    expect(both()).toEqual({ cleaned: 0, cleanedAgain: 0, filesWritten: 0 })
  })

  test('spares reading what has not changed for a while, and sees what has', async () => {
    // Younger files are read again.
    await setTimeout(2_100)
    const [article = ''] = readdirSync(join(warm, 'articles'))
    for (const content of [warm, cold]) appendFileSync(join(content, 'articles', article), 'Edited.\n')
    expect(both()).toMatchObject({ cleaned: 0, filesWritten: 0 })
    const report = ingest({ sources, content: warm, cache })
    const path = `articles/${article}`
    expect(report.files.find((file) => file.path === path)).toEqual({ path, outcome: 'edited and kept' })
    for (const content of [warm, cold]) {
      const text = readFileSync(join(content, path), 'utf8')
      writeFileSync(join(content, path), text.slice(0, -'Edited.\n'.length))
    }
    expect(both()).toMatchObject({ cleaned: 0, filesWritten: 0 })
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

  test('is no other than nothing after any edits of texts, articles, stories, topics and state', () => {
    const edit = (below: string, pick: number, change: (text: string) => string | undefined) => {
      for (const root of below === 'sources' ? [sources] : [warm, cold]) {
        const folder = root === sources ? sources : join(root, below)
        const names = [...textsBelow(folder).keys()]
        const path = join(folder, names[pick % names.length] ?? '')
        const text = names.length > 0 ? change(readFileSync(path, 'utf8')) : undefined
        if (names.length > 0 && text === undefined) rmSync(path)
        else if (text !== undefined) writeFileSync(path, text)
      }
    }
    const folders = ['sources', 'articles', 'stories', 'topics', '.ingest']
    const changes: ((text: string) => string | undefined)[] = [
      (text) => `${text}\nA line that an editor or a collector added.\n`,
      (text) => text.replace(/\bthe\b/g, 'that'),
      (text) => text.replace(/\d/, '7'),
      () => undefined,
    ]
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(folders.length - 1), fc.nat(99), fc.nat(changes.length - 1)), {
          minLength: 1,
          maxLength: 3,
        }),
        (edits) => {
          for (const [folder, pick, change] of edits)
            edit(folders[folder] ?? '', pick, changes[change] ?? String)
          bothOrNeither()
          bothOrNeither()
        },
      ),
      { numRuns: 8, seed: 9, endOnFailure: true },
    )
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

test('a pack that is asked seldom drops nothing for a run that asked for little', () => {
  const path = join(scratchFolder(), 'pack')
  const keys = Array.from({ length: 20 }, (_, at) => packKey(String(at)))
  const left = (asked: number) => {
    const pack = new Pack(path, '', undefined, true)
    for (const key of keys.slice(0, asked)) pack.get(key)
    pack.put(packKey(`new ${asked}`), Buffer.from('new'))
    pack.save()
    const after = new Pack(path)
    return keys.filter((key) => after.get(key)).length
  }
  const first = new Pack(path)
  for (const key of keys) first.put(key, Buffer.from('old'))
  first.save()
  expect(left(1)).toBe(20)
  expect(left(6)).toBe(6)
})

test('a value of a pack that was spoilt is absent, and stays so when the pack is written again', () => {
  const path = join(scratchFolder(), 'pack')
  const [spoilt, sound, later] = ['spoilt', 'sound', 'later'].map((name) => packKey(name)) as [
    string,
    string,
    string,
  ]
  const first = new Pack(path)
  for (const key of [spoilt, sound]) first.put(key, Buffer.from(`the value of ${key === spoilt}`))
  first.save()
  const bytes = readFileSync(path)
  bytes[bytes.indexOf('the value of true')] = 84
  writeFileSync(path, bytes)
  for (const run of [1, 2, 3]) {
    const pack = new Pack(path)
    expect(pack.get(spoilt), `run ${run}`).toBeUndefined()
    expect(pack.get(sound)?.toString()).toBe('the value of false')
    pack.put(later, Buffer.from(String(run)))
    pack.save()
  }
})
