import type { Digest, EditionView, StoryView } from '../../scripts/site/views.ts'
import { basisText } from '../components/basis-line.tsx'
import { count } from '../components/count.ts'
import { longDate } from '../components/day.tsx'
import { storyMarks } from '../components/story-entry.tsx'
import { weekDays, weekName } from '../components/week-name.ts'
import { firstOf } from './mail-body.tsx'

/** Characters in a line, as is the custom for mail; an address alone may be longer. */
const COLUMNS = 72

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
    ...wrapped([day, ...storyMarks(story)].join(' · ')),
    ...wrapped(story.title),
    ...wrapped(story.summary),
    ...wrapped(`Rests on: ${basisText(story.basis)}`),
    digest.absolute(story.url),
  ]
}

/**
 * Text in lines of at most so many code points, broken at white space, within a word only where it is longer than a
 * line. Control characters are left out: a terminal would obey them.
 */
export function wrapped(text: string, columns = COLUMNS): string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  for (const word of printable(text).split(/\s+/)) {
    for (const piece of pieces(word, columns)) {
      const length = [...piece].length
      if (width > 0 && width + 1 + length > columns) {
        lines.push(line)
        line = ''
        width = 0
      }
      line += width > 0 ? ` ${piece}` : piece
      width += width > 0 ? length + 1 : length
    }
  }
  return width > 0 ? [...lines, line] : lines
}

function pieces(word: string, columns: number): string[] {
  const points = [...word]
  if (points.length <= columns) return word ? [word] : []
  return Array.from({ length: Math.ceil(points.length / columns) }, (_, at) =>
    points.slice(at * columns, (at + 1) * columns).join(''),
  )
}

const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
  text.toWellFormed().replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '')
