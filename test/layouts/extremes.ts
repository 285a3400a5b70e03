import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const UNBROKEN = 'Saltpan'.repeat(29)
const LONG =
  'The keepers of the old harbour at Saltmere say that the barges which went out in the spring with nothing but ' +
  'sacks have come home in the autumn with nothing but sacks, and that whoever wants to know what became of the ' +
  'salt had better ask those who weighed it, who have since moved away without leaving an address behind'
const RIGHT_TO_LEFT = 'ميناء الملح يفتح أبوابه من جديد بعد عام'
const NAME = 'فاطمة الملاحة'

/** Twelve paragraphs, so that copies may cut some and be told from it by the rest. */
const ACCOUNT = Array.from(
  { length: 12 },
  (_, at) =>
    `On quay ${at + 1} of Saltmere the weighers counted ${(at + 3) * 17} sacks before noon, said Ada Quill, who keeps ` +
    `book ${at + 1} there. The barge of that quay carried ${(at + 2) * 13} barrels of brine besides, and its owner ` +
    `paid ${(at + 5) * 11} crowns to the clerk of the ${['north', 'south', 'east', 'west'][at % 4]} gate.`,
)

type Fields = Record<string, unknown>

/** Writes a content folder with so many ordinary stories and, if it is to be `strained`, all that is hard on a layout. */
export function writeExtremes(folder: string, ordinary: number, strained: boolean): string {
  const write = (path: string, fields: Fields, body = '') => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    // JSON is YAML.
    writeFileSync(join(folder, path), `---\n${JSON.stringify(fields)}\n---\n\n${body}\n`)
  }
  const story = (id: string, fields: Fields, body = '') => write(`stories/${id}.md`, { id, ...fields }, body)
  const article = (id: string, fields: Fields, body: string) =>
    write(`articles/${id}.md`, { id, titleFrom: 'page', ...fields }, body)
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'site.yaml'),
    JSON.stringify({
      title: 'Salt Wire',
      tagline: 'All about salt',
      description: 'A digest of a made-up subject.',
      url: 'https://salt.example/',
      authority: { domain: 'salt.example', date: '2024-01-01' },
      author: 'Salt Wire',
      republish: 'full',
      ...(strained ? { leadTopics: ['salt', 'unbroken'], ledger: { title: 'Salt ledger' } } : {}),
    }),
  )
  write(
    'pages/about.md',
    { title: 'About' },
    `Salt, from ${UNBROKEN} to table.\n\n## What salt is\n\nA mineral.`,
  )
  const topics = strained ? ['salt', 'unbroken', 'weigher'] : []
  for (let at = 0; at < ordinary; at++) {
    const day = `${2024 - (at % 26)}-0${(at % 9) + 1}-${10 + (at % 18)}`
    const summary = `Sacks were weighed at quay ${at}. ${LONG}.`
    story(`ordinary-${at}`, { title: `Quay ${at} weighs its salt`, date: day, topics, summary })
  }
  if (!strained) return folder

  write('topics/salt.md', { id: 'salt', kind: 'topic', name: 'Salt' }, `Salt. ${LONG}.`)
  write('topics/unbroken.md', {
    id: 'unbroken',
    kind: 'organisation',
    name: UNBROKEN,
    aliases: [`${UNBROKEN}x`],
  })
  write('topics/weigher.md', { id: 'weigher', kind: 'person', name: NAME, parent: 'unbroken' })
  write('topics/brine.md', { id: 'brine', kind: 'topic', name: 'Brine' })
  const references = [
    { title: `${LONG} ${UNBROKEN}`, publisher: UNBROKEN, url: `https://salt.example/${UNBROKEN}` },
  ]
  const doubt = { basis: 'stated', claimed: UNBROKEN, confidence: 'low', why: `${LONG}.` }
  story('long', { title: LONG, date: '2024-12-01', pinned: true, topics, references }, `${LONG} ${UNBROKEN}.`)
  story('unbroken', { title: UNBROKEN, date: '2024-11-30', dateFrom: doubt, topics, references }, UNBROKEN)
  story('right-to-left', { title: RIGHT_TO_LEFT, date: '2024-11-29', topics }, RIGHT_TO_LEFT)
  const corrections = [{ date: '2024-12-02', text: `${UNBROKEN} ${LONG}` }]
  story('undated', { title: 'A story without a day', topics, corrections })
  story('copied', { title: 'Saltmere weighs its salt', topics })

  const print = { story: 'copied', agency: 'Brine Press', lang: 'en', authors: [NAME, UNBROKEN] }
  article(
    'original',
    {
      ...print,
      title: LONG,
      publisher: UNBROKEN,
      date: '2024-11-28',
      dateFrom: doubt,
      topics,
      dateline: UNBROKEN,
    },
    ACCOUNT.join('\n\n'),
  )
  for (let at = 0; at < 14; at++)
    article(
      `copy-${at}`,
      {
        ...print,
        title: at % 2 ? UNBROKEN : RIGHT_TO_LEFT,
        publisher: at % 2 ? `${NAME} ${at}` : `${UNBROKEN}${at}`,
      },
      ACCOUNT.filter((_, paragraph) => paragraph % 7 !== at % 7).join('\n\n'),
    )
  article(
    'foreign',
    {
      title: RIGHT_TO_LEFT,
      lang: 'ar',
      story: 'right-to-left',
      publisher: NAME,
      url: `https://salt.example/${UNBROKEN}`,
    },
    `${RIGHT_TO_LEFT}.\n\n> ${RIGHT_TO_LEFT}\n\n* ${UNBROKEN}`,
  )
  for (const effect of ['restricts', 'eases'])
    write(
      `instruments/${effect}.md`,
      {
        id: effect,
        name: effect === 'eases' ? UNBROKEN : LONG,
        date: '2024-10-01',
        kind: UNBROKEN,
        issuedBy: ['unbroken'],
        issuedByOthers: [NAME, UNBROKEN],
        effect,
        targets: ['weigher'],
        targetsOthers: [UNBROKEN],
        outcome: UNBROKEN,
        stories: ['long', 'unbroken'],
      },
      UNBROKEN,
    )
  return folder
}
