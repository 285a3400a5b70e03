import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Arrival, advance } from '../../../scripts/content/arrivals.ts'
import { standings } from '../../../scripts/content/standing.ts'
import { buildDigest } from '../../../scripts/site/digest.ts'
import { feedDocuments } from '../../../scripts/site/feed/documents.ts'
import type { Digest } from '../../../scripts/site/views.ts'
import { EDITS, Newsroom } from './newsroom.ts'
import { all, parseXml, textOf } from './rules/xml-tree.ts'

const DAYS = 30
const ADDRESSES = ['https://salt.example/', 'https://someone.example/repo/']

const day = fc.record({
  edits: fc.array(fc.record({ kind: fc.constantFrom(...EDITS), pick: fc.nat(15), age: fc.nat(29) }), {
    maxLength: 4,
  }),
  ingests: fc.boolean(),
  moves: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
})

/** An account that comes after another has left: there are as many as before, and it is news all the same. */
const AFTER_A_SPLIT = Array.from({ length: DAYS }, (_, at) => {
  const kind = ([undefined, 'account', 'split', 'account'] as const)[at]
  return { edits: kind ? [{ kind, pick: 0, age: at === 3 ? 29 : 0 }] : [], ingests: true, moves: false }
})

interface Seen {
  updated: string
  content: string
}

/** A feed reader: it knows entries by their ids and shows those that are new or were updated since. */
class Subscriber {
  readonly known = new Map<string, Seen>()

  /** Reads documents; gives the stories that it shows as new and as updated, and those whose date changed otherwise. */
  read(...documents: string[]): { fresh: string[]; updated: string[]; odd: string[] } {
    const shown = { fresh: [] as string[], updated: [] as string[], odd: [] as string[] }
    for (const entry of documents.flatMap((xml) => all(parseXml(xml), 'atom:entry'))) {
      const id = textOf(entry, 'atom:id')?.split('/').at(-1) ?? ''
      const updated = textOf(entry, 'atom:updated') ?? ''
      const before = this.known.get(id)
      if (!before) shown.fresh.push(id)
      else if (updated > before.updated) shown.updated.push(id)
      else if (updated < before.updated) shown.odd.push(id)
      this.known.set(id, { updated, content: textOf(entry, 'atom:content') ?? '' })
    }
    return shown
  }
}

const filesOf = (digest: Digest): Map<string, string> =>
  new Map([...feedDocuments(digest)].map(({ output, text }) => [output, text]))

/** What a new reader fetches: the feed, and one archive after the other as each names the one before it. */
function history(files: Map<string, string>): string[] {
  const read: string[] = []
  for (let at: string | undefined = 'feed.xml'; at; ) {
    const text: string = files.get(at) ?? expect.fail(`${at} is not there`)
    read.push(text)
    at = /rel="prev-archive"[^>]*href="[^"]*?(feed\/archive\/[^"]*)"/.exec(text)?.[1]
  }
  return read
}

/** An archive apart from the link to its successor, which it gets when that is begun. */
const body = (archive: string): string => archive.replace(/<link rel="next-archive"[^>]*>\n/, '')

test('a subscriber of thirty days sees every story once, every news of it once, and nothing else', () => {
  let archives = 0
  fc.assert(
    fc.property(fc.array(day, { minLength: DAYS, maxLength: DAYS }), (days) => {
      const room = new Newsroom()
      for (let at = 0; at < 45; at++)
        room.do({ kind: at % 3 ? 'old story' : 'account of an event', pick: at, age: at % 30 })
      let log: Arrival[] = []
      let address = 0
      let before = new Map<string, string>()
      const subscriber = new Subscriber()
      const met = new Set<string>()
      for (const [at, { edits, ingests, moves }] of days.entries()) {
        if (at > 0) room.nextDay()
        for (const edit of at > 0 ? edits : []) room.do(edit)
        if (moves) address = 1 - address
        const content = room.content()
        // What ingest would add to its log, as it would see who copied whom.
        const published = content.articles.filter(({ status }) => status === 'published')
        const texts = new Map(published.map(({ body, id }) => [body, id] as const).reverse())
        const copyOf = new Map(published.map(({ body, id }) => [id, texts.get(body)]))
        if (ingests || at === 0)
          log = advance(
            log,
            standings(content, (id) => copyOf.get(id)),
          )
        if (ingests || at === 0) room.log()
        const files = filesOf(buildDigest(content, { url: ADDRESSES[address], arrivals: log }))

        const { fresh, updated, odd } = subscriber.read(
          ...(at === 0 ? history(files) : [files.get('feed.xml') ?? '']),
        )
        const isNew = room.present.filter((id) => !met.has(id))
        for (const id of isNew) met.add(id)
        expect(fresh.sort(), `new on day ${at}`).toEqual(isNew)
        expect(updated.sort(), `updated on day ${at}`).toEqual([...room.updated].sort())
        expect(odd, `set back on day ${at}`).toEqual([])
        for (const id of updated) {
          const content = subscriber.known.get(id)?.content ?? ''
          expect(content).toMatch(/^<p><b>(Correction|Account|Now part of)/)
          for (const says of room.says.get(id) ?? [])
            expect(content, `news of ${id} on day ${at}`).toContain(says)
        }

        if (at % 5 === 4) expect(new Subscriber().read(...history(files)).fresh.sort()).toEqual(room.present)
        for (const [path, text] of moves || !ingests ? [] : before) {
          const now = files.get(path)
          if (!path.startsWith('feed/archive/') || now === undefined || body(now) === body(text)) continue
          const ids = [...text.matchAll(/<id>[^<]*stories\/([^<]*)/g)].map(([, id = '']) => id)
          expect(
            ids.some((id) => room.touched.has(id)),
            `${path} changed on day ${at}`,
          ).toBe(true)
        }
        before = ingests ? files : new Map()
        archives = Math.max(
          archives,
          [...files.keys()].filter((path) => path.startsWith('feed/archive/')).length,
        )
      }
    }),
    { numRuns: 4, seed: 20240301, endOnFailure: true, examples: [[AFTER_A_SPLIT]] },
  )
  expect(archives).toBeGreaterThan(1)
})
