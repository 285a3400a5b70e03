import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import yaml from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { loadContent } from '../../scripts/content/load.ts'
import type { Publisher } from '../../scripts/content/publisher.ts'
import { compileRegistry } from '../../scripts/content/registry.ts'
import type { Story } from '../../scripts/content/story.ts'
import { accountOf } from '../../scripts/ingest/account.ts'
import { compare, type Entry, entryOfDraft } from '../../scripts/ingest/corpus.ts'
import { type Draft, emptyDraft } from '../../scripts/ingest/draft.ts'
import { eventsOf } from '../../scripts/ingest/event.ts'
import { clean } from '../../scripts/ingest/pipeline.ts'
import { RepeatedLines } from '../../scripts/ingest/repeated-lines.ts'
import { unsureMemberships } from '../../scripts/ingest/unsure.ts'
import { cases, check } from '../check.ts'
import { SHARED } from '../scratch.ts'

/** A digest as a case writes it: texts, those of earlier runs with their `story`, and what stories say. */
interface Digest {
  texts: {
    id: string
    title: string
    date?: string
    story?: string
    paragraphs: string[]
    publisher?: string
  }[]
  stories?: Partial<Story>[]
  publishers?: Publisher[]
}

const entryOf = ({ story, ...text }: Digest['texts'][number]): Entry => ({
  ...text,
  key: text.id,
  titleFrom: 'page',
  existing: story ? ({ id: text.id, story } as Entry['existing']) : undefined,
})

const storyOf = (story: Partial<Story>): Story =>
  ({ body: '', references: [], status: 'published', ...story }) as Story

const sorted = ({ texts, stories = [], publishers = [] }: Digest): Entry[] =>
  compare(texts.map(entryOf), stories.map(storyOf), publishers)

describe('texts are sorted into stories', () => {
  for (const { name, folder, input } of cases(join(import.meta.dirname, 'fixtures/stories'))) {
    test(name, () => {
      const digest = yaml.load(readFileSync(input, 'utf8')) as Digest
      const rows = sorted(digest).map(({ id, membership, copyOf }) => [
        id,
        { story: membership?.story, ...(copyOf && { copyOf }) },
      ])
      check(folder, 'expected.yaml', yaml.dump(Object.fromEntries(rows)))
    })
  }
})

const { topics, publishers, stories } = loadContent('content')
const knowledge = { registry: compileRegistry(topics), publishers, repeated: new RepeatedLines() }
const read = (folder: string): Draft[] =>
  readdirSync(folder).map((file) =>
    clean(emptyDraft(file, readFileSync(join(folder, file)), file), knowledge),
  )

describe('the sample texts', () => {
  const drafts = read('content/sources')
  /** For each text the others of its story; they come in any order and their files may have any name. */
  const partition = (order: number[], nameOf: (at: number) => string, existing: Story[]): string[][] => {
    const names = new Map(order.map((at) => [nameOf(at), at]))
    const entries = order.map((at) => entryOfDraft({ ...(drafts[at] as Draft), file: nameOf(at) }))
    const groups = new Map<string, string[]>()
    for (const { draft, membership } of compare(entries, existing, publishers)) {
      const story = membership?.story ?? ''
      const file = drafts[names.get(draft?.file ?? '') ?? -1]?.file ?? ''
      groups.set(story, [...(groups.get(story) ?? []), file].sort())
    }
    return [...groups.values()].sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
  }
  const numbers = [...drafts.keys()]

  for (const [what, existing] of [
    ['with the stories that the digest has', stories],
    ['from scratch', []],
  ] as const) {
    test(`are grouped alike in any order and under any file names, ${what}`, () => {
      const expected = partition(numbers, (at) => drafts[at]?.file ?? '', [...existing])
      expect(expected.length).toBeGreaterThan(8)
      expect(expected.length).toBeLessThan(drafts.length - 5)
      fc.assert(
        fc.property(
          fc.shuffledSubarray(numbers, { minLength: numbers.length }),
          fc.uniqueArray(fc.string({ unit: 'grapheme-ascii', minLength: 6, maxLength: 6 }), {
            minLength: numbers.length,
            maxLength: numbers.length,
          }),
          (order, names) => {
            expect(partition(order, (at) => `${names[at]}.txt`, [...existing])).toEqual(expected)
          },
        ),
        { numRuns: 6, seed: 1 },
      )
    })
  }
})

const COLLECTED = join(SHARED, 'sources')
test.skipIf(!existsSync(COLLECTED))(
  'the two collected texts join the story of 30 August 2023 (skipped where ../shared/sources is absent)',
  () => {
    const found = compare(
      read(COLLECTED).map((draft) => entryOfDraft(draft)),
      stories,
      publishers,
    )
    expect(found.map(({ membership }) => membership)).toEqual(
      Array(2).fill({ story: 'putin-kim-letters', opens: false }),
    )
    expect(stories.find(({ id }) => id === 'putin-kim-letters')?.date).toBe('2023-08-30')
  },
)

test('a membership that another story fits better is shown to the editor, one that nothing speaks against is not', () => {
  const folder = join(import.meta.dirname, 'fixtures/stories/same-people-same-week')
  const { texts } = yaml.load(readFileSync(join(folder, 'input.yaml'), 'utf8')) as Digest
  const home = (id: string) => (id === 'treaty-courier' ? 'bridge' : id.replace(/-.*/, ''))
  const unsure = (storyOfText: (id: string) => string, settled?: string) =>
    unsureMemberships(
      texts.map(({ id, title, date, paragraphs }) =>
        accountOf({ id, title, titleFrom: 'page', date, story: storyOfText(id) }, paragraphs),
      ),
      eventsOf([]),
      (article) => article === settled,
    ).map(({ article, story, other }) => ({ article, story, other: other?.story }))
  expect(unsure((id) => id.replace(/-.*/, ''))).toEqual([])
  expect(unsure(home)).toContainEqual({ article: 'treaty-courier', story: 'bridge', other: 'treaty' })
  expect(unsure(home, 'treaty-courier').map(({ article }) => article)).not.toContain('treaty-courier')
})

test('a membership that hardly fits is shown with the nearest account and what speaks against it', () => {
  const folder = join(import.meta.dirname, 'fixtures/stories/second-launch-within-a-week')
  const { texts } = yaml.load(readFileSync(join(folder, 'input.yaml'), 'utf8')) as Digest
  const accounts = texts.map(({ id, title, date, paragraphs }) =>
    accountOf({ id, title, titleFrom: 'page', date, story: 'launch' }, paragraphs),
  )
  const found = unsureMemberships(accounts, eventsOf([]), () => false)
  expect(found.find(({ article }) => article === 'second')).toMatchObject({
    nearest: { title: 'Varland fires ballistic missile into sea', daysApart: 3, ofOtherDays: true },
  })
  const entry = storyOf({ id: 'launch', title: 'Notes on the week' })
  expect(unsureMemberships(accounts.slice(0, 1), eventsOf([entry]), () => false)).toEqual([])
})
