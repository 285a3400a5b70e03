import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { render } from '../../layouts/pages/ledger.11ty.tsx'
import { type Instrument, instrumentSchema } from '../../scripts/content/instrument.ts'
import { buildDigest } from '../../scripts/site/digest.ts'
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
