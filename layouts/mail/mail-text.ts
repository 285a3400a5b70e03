import { storyMarks } from '../../scripts/site/marks.ts'
import { longDate } from '../../scripts/site/printed-date.ts'
import type { Digest, EditionView, StoryView } from '../../scripts/site/views.ts'
import { basisText } from '../components/basis-line.tsx'
import { count } from '../components/count.ts'
import { weekDays, weekName } from '../components/week-name.ts'
import { firstOf } from './mail-body.tsx'
import { wrapped } from './wrapped.ts'

/** The e-mail's plain-text twin: the same stories, each address on a line of its own. */
export function mailText(digest: Digest, edition: EditionView, told: number): string {
  const web = digest.absolute(edition.url)
  const left = edition.count - told
  const blocks = [
    [...wrapped(digest.site.title), ...wrapped(weekName(edition.week)), ...wrapped(weekDays(edition.week))],
    [`${count(edition.count, 'story', 'stories')}. On the web:`, web],
    ...firstOf(edition, told).flatMap(({ stories, title }) => [
      headed(title),
      ...stories.map((story) => storyLines(digest, story)),
    ]),
    ...(left > 0 ? [[`${count(left, 'more story', 'more stories')} on the web:`, web]] : []),
    ['How this digest is made:', digest.absolute(digest.href('about/'))],
  ]
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function headed(title: string): string[] {
  const lines = wrapped(title)
  return ['', ...lines, '-'.repeat(Math.max(...lines.map(({ length }) => length), 1))]
}

function storyLines(digest: Digest, story: StoryView): string[] {
  const day = story.date ? longDate(story.date) : 'date not known'
  return [
    ...wrapped([day, ...storyMarks(story).map(({ text }) => text)].join(' · ')),
    ...wrapped(story.title),
    ...wrapped(story.summary),
    ...wrapped(`Rests on: ${basisText(story.basis)}`),
    digest.absolute(story.url),
  ]
}
