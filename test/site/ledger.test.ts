import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { linesInLedger } from '../../layouts/components/in-ledger.tsx'
import { InstrumentEntry } from '../../layouts/components/instrument-entry.tsx'
import { render } from '../../layouts/pages/ledger.11ty.tsx'
import { type Instrument, instrumentSchema } from '../../scripts/content/instrument.ts'
import { loadContent } from '../../scripts/content/load.ts'
import { buildDigest } from '../../scripts/site/digest.ts'
import type { InstrumentView, LedgerView, TopicView } from '../../scripts/site/views.ts'
import { madeUpContent } from './made-up.ts'

const instrument = (id: string, date: string, fields: object): Instrument => ({
  ...instrumentSchema.parse({ id, name: id, date, ...fields }),
  body: `What ${id} does.`,
  file: `instruments/${id}.md`,
})

const content = madeUpContent({
  topics: [['board'], ['salt']],
  stories: [['2024-01-01'], ['2024-02-01'], ['2024-03-01']],
  instruments: [
    instrument('embargo', '2024-03-01', {
      issuedBy: ['board'],
      issuedByOthers: ['Guild of Carters'],
      targets: ['salt'],
      outcome: 'It was lifted.',
      stories: ['story-1', 'story-2'],
    }),
    instrument('levy', '2024-01-01', { issuedBy: ['board'], targets: ['salt', 'board'] }),
    instrument('tariff', '2024-02-01', { issuedByOthers: ['Guild of Carters'] }),
    instrument('plan', '2024-04-01', { issuedBy: ['board'], status: 'draft' }),
  ],
})

test('a ledger has each instrument once by date, and under each that issued it or is its target', () => {
  const [ledger] = buildDigest(content).ledgers
  const shown = (groups: NonNullable<typeof ledger>['byIssuer'] = []) =>
    groups.map(({ anchor, name, entries }) => [anchor, name, entries.map(({ id }) => id)])
  expect(ledger?.entries.map(({ id }) => id)).toEqual(['embargo', 'tariff', 'levy'])
  expect(shown(ledger?.byIssuer)).toEqual([
    ['by_board', 'board', ['embargo', 'levy']],
    ['by_2', 'Guild of Carters', ['embargo', 'tariff']],
  ])
  expect(shown(ledger?.byTarget)).toEqual([
    ['on_board', 'board', ['levy']],
    ['on_salt', 'salt', ['embargo', 'levy']],
  ])
})

test('its page says what came of an instrument only where that is recorded', () => {
  const digest = buildDigest(content)
  const [ledger] = digest.ledgers
  const html = renderToString(render({ digest, ledger: ledger as NonNullable<typeof ledger> }))
  expect(html.match(/What came of it/g)).toHaveLength(1)
  expect(html).toContain('It was lifted.')
  expect(html).toContain('<h1>Ledger</h1>')
})

test('what a part of a body issued counts as issued by that body too, and says by whom', () => {
  const parts = madeUpContent({
    topics: [['realm'], ['treasury', 'realm'], ['office', 'treasury']],
    stories: [],
    instruments: [
      instrument('act', '2024-01-01', { issuedBy: ['realm'] }),
      instrument('order', '2024-02-01', { issuedBy: ['treasury', 'office'] }),
      instrument('list', '2024-03-01', { issuedBy: ['office'] }),
    ],
  })
  const digest = buildDigest(parts)
  const [ledger] = digest.ledgers as [LedgerView]
  expect(ledger.byIssuer.map(({ name, entries }) => [name, entries.map(({ id }) => id)])).toEqual([
    ['office', ['list', 'order']],
    ['realm', ['list', 'order', 'act']],
    ['treasury', ['list', 'order']],
  ])
  const lines = digest.topics.flatMap((topic) => linesInLedger(ledger, topic).map(({ text }) => text))
  expect(lines).toEqual([
    '2 measures issued',
    '3 measures issued, 2 of them by its bodies',
    '2 measures issued, 1 of them by its bodies',
  ])
  expect(renderToString(render({ digest, ledger }))).toContain(
    '<a href="#order">order</a> (treasury, office)',
  )
})

test('what eases measures is no measure aimed at anybody, and its page says so', () => {
  const relief = instrument('waiver', '2024-05-01', {
    issuedBy: ['board'],
    effect: 'eases',
    targets: ['salt'],
    targetsOthers: ['Carters abroad'],
  })
  const digest = buildDigest({ ...content, instruments: [...content.instruments, relief] })
  const [ledger] = digest.ledgers as [LedgerView]
  const salt = digest.topics.find(({ id }) => id === 'salt') as TopicView
  expect(linesInLedger(ledger, salt)).toEqual([
    { url: '/ledger/#on_salt', text: '2 measures aimed at it' },
    { url: '/ledger/#on_salt', text: '1 measure of relief for it' },
  ])
  const entry = renderToString(InstrumentEntry({ entry: ledger.entries[0] as InstrumentView }))
  expect(entry.replace(/<\/?bdi>/g, '')).toContain(
    '<dt>Relief for</dt><dd><a href="/topics/salt/">salt</a>, Carters abroad</dd>',
  )
  expect(entry).not.toContain('Aimed at')
})

test.each([
  ['directive-4', ['Treasury'], 'restricts', ['Russia', 'Central Bank of Russia']],
  ['eu-listings-crimea', ['European Union'], 'restricts', ['Russia', 'Ukrainian officials']],
  ['general-license-134', ['OFAC'], 'eases', ['Russia']],
  ['us-listing-mkrtychev', ['Treasury'], 'restricts', ['Ashot Mkrtychev']],
  ['us-listings-mkrtychev-firms', ['OFAC'], 'restricts', ['Russia', 'Companies in Slovakia and Kazakhstan']],
  ['us-listings-payment-network', ['OFAC'], 'restricts', ['Russia', 'Entities in South Ossetia']],
])('%s names those who issued it and whom it names, no others', (id, issuers, effect, targets) => {
  const entry = buildDigest(loadContent('content')).ledgers[0]?.entries.find((one) => one.id === id)
  const namesOf = (list: { name: string }[] = []) => list.map(({ name }) => name)
  expect([namesOf(entry?.issuers), entry?.effect, namesOf(entry?.targets)]).toEqual([
    issuers,
    effect,
    targets,
  ])
})

test('a merged story stands for the one it was merged into, once', () => {
  const stories = content.stories.map((story) =>
    story.id === 'story-1' ? { ...story, mergedInto: 'story-2' } : story,
  )
  const [ledger] = buildDigest({ ...content, stories }).ledgers
  expect(ledger?.entries[0]?.stories.map(({ id }) => id)).toEqual(['story-2'])
})

test('there is none without instruments', () => {
  expect(buildDigest({ ...content, instruments: [] }).ledgers).toEqual([])
})
