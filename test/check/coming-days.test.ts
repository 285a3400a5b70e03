import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { editorsList } from '../../scripts/check/editors-list.ts'
import { formatDocument } from '../../scripts/content/front-matter.ts'
import { scratchContent } from '../scratch.ts'

test('days after tomorrow are listed, of articles, stories and corrections, each with what to do', () => {
  const content = scratchContent('site.yaml', 'topics')
  for (const folder of ['articles', 'stories']) mkdirSync(join(content, folder))
  const write = (folder: string, data: { id: string; [field: string]: unknown }) =>
    writeFileSync(
      join(content, folder, `${data.id}.md`),
      formatDocument({ data, body: 'The gates are shut.' }),
    )
  const gates = { title: 'Gates shut', titleFrom: 'page', story: 'gates' }
  write('articles', { id: 'far', ...gates, date: '2031-05-02' })
  write('articles', { id: 'tomorrow', ...gates, date: '2026-03-02' })
  write('stories', {
    id: 'gates',
    title: 'Gates',
    date: '2026-03-03',
    corrections: [
      { date: '2026-03-01', text: 'It was two gates.' },
      { date: '2099-03-01', text: 'It was three.' },
    ],
  })
  const listed = (today: string) =>
    editorsList(content, 'no-such-site', today).doubtful.filter((line) => line.includes('still to come'))
  expect(listed('2026-03-01')).toEqual([
    'articles/far.md: date: 2031-05-02 is still to come; until then it leads every list, so write the day it should be, or remove the field',
    'stories/gates.md: date: 2026-03-03 is still to come; until then it leads every list, so write the day it should be, or remove the field',
    'stories/gates.md: corrections[1].date: 2099-03-01 is still to come; write the day on which it was corrected',
  ])
  expect(listed('2026-03-02')).toHaveLength(2)
  expect(listed('2099-02-28')).toEqual([])
})
