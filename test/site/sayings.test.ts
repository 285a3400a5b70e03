import { expect, test } from 'vitest'
import { articleSchema } from '../../scripts/content/article.ts'
import { topicSchema } from '../../scripts/content/topic.ts'
import { buildDigest } from '../../scripts/site/digest.ts'
import { madeUpContent } from './made-up.ts'

type Republish = 'full' | 'excerpt' | 'link'

/** What each topic is reported to have said when each story rests on one of these texts. */
function said(texts: string[], republish: Republish = 'full'): Record<string, string[]> {
  const content = madeUpContent({ topics: [], stories: texts.map((_, at) => [`2024-01-0${at + 1}`]) })
  const named = [
    { id: 'salt-board', kind: 'organisation', name: 'Salt Board', aliases: ['the Board', 'Board'] },
    { id: 'mira-tolan', kind: 'person', name: 'Mira Tolan', aliases: ['Tolan'] },
  ]
  const digest = buildDigest({
    ...content,
    site: content.site && { ...content.site, republish },
    topics: named.map((topic) => ({ ...topicSchema.parse(topic), body: '', file: `topics/${topic.id}.md` })),
    articles: texts.map((body, at) => ({
      ...articleSchema.parse({
        id: `a${at}`,
        title: `A ${at}`,
        titleFrom: 'page',
        story: `story-${at}`,
        status: 'published',
      }),
      body,
      file: `articles/a${at}.md`,
    })),
  })
  return Object.fromEntries(
    digest.topics.map((topic) => [
      topic.id,
      topic.sayings.map(({ story, statement }) => `${story.id}: ${statement.cited[0]?.sentence}`),
    ]),
  )
}

test('a topic says what accounts attribute to it by one of its names, newest first', () => {
  expect(
    said([
      '“The pans are full,” said Mira Tolan, a spokeswoman for the harbour.',
      'The Salt Board said on Friday that the price would stand.',
      'The price would rise, Mira Tolan told reporters.',
    ]),
  ).toEqual({
    'mira-tolan': [
      'story-2: The price would rise, Mira Tolan told reporters.',
      'story-0: “The pans are full,” said Mira Tolan, a spokeswoman for the harbour.',
    ],
    'salt-board': ['story-1: The Salt Board said on Friday that the price would stand.'],
  })
})

test('nobody speaks for a topic whose name is only a part of theirs', () => {
  const { 'salt-board': board } = said([
    'Two Salt Board officials said that the price would stand.',
    'A rival of the Salt Board said that it was too high.',
    'Critics said that the Salt Board had waited too long.',
  ])
  expect(board).toEqual([])
})

test('nobody speaks for a topic whose name is a namesake’s in that account', () => {
  expect(
    said([
      'Jon Tolan led the inquiry. “The pans are empty,” Tolan said.',
      'The inquiry heard Jon Tolan. Tolan said that it was late. He said that he would go.',
      'Mira Tolan led the inquiry. “The pans are full,” Tolan said. She said that she would stay.',
    ])['mira-tolan'],
  ).toEqual(['story-2: “The pans are full,” Tolan said.', 'story-2: She said that she would stay.'])
})

test('it goes by the speaker and not by whom the quotation names', () => {
  expect(
    said([
      'Jon Tolan led the inquiry. Tolan said: “Mira Tolan has the key.”',
      'Mira Tolan led the inquiry. “Jon Tolan has the key,” Mira Tolan said.',
    ])['mira-tolan'],
  ).toEqual(['story-1: “Jon Tolan has the key,” Mira Tolan said.'])
})

test('a long sentence of which a part is printed is told by its speaker all the same', () => {
  const long = `Mira Tolan said that ${'the old pans by the harbour '.repeat(12)}would be sold.`
  expect(said([long], 'excerpt')['mira-tolan']).toHaveLength(1)
  expect(said([`Jon Tolan led the inquiry. ${long.replace('Mira ', '')}`], 'excerpt')['mira-tolan']).toEqual(
    [],
  )
})

test('nothing is quoted of a text that may only be linked', () => {
  expect(said(['The Salt Board said that the price would stand.'], 'link')['salt-board']).toEqual([])
})
