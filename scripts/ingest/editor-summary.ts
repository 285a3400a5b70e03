import { formatProblem, type Problem } from '../content/problem.ts'
import { inert } from './inert.ts'
import type { Joined, NewArticle } from './new-article.ts'
import type { IngestReport } from './run.ts'
import { conflictPath } from './state/conflict-file.ts'

/** A pull request takes 65,536 characters of text. */
const MOST_CHARACTERS = 60_000

/** What an editor should know of a run before taking it over, as Markdown. Whatever comes from a text is made inert. */
export function editorSummary({ files, refused, problems, unseen, newArticles }: IngestReport): string {
  const conflicts = files.filter(({ outcome }) => outcome === 'in conflict')
  const changed = files.filter(({ outcome }) => outcome === 'updated' || outcome === 'merged')
  const joined = newArticles.filter((article) => article.joined && !article.joined.opens)
  const opened = newArticles.filter((article) => article.joined?.opens)
  const doubtful = newArticles.filter(isDoubtful)
  const counts = [
    counted(newArticles.length, 'new article', 'new articles'),
    joined.length > 0 && `${joined.length} in a story with others`,
    counted(opened.length, 'story opened', 'stories opened'),
    doubtful.length > 0 && counted(doubtful.length, 'date in doubt', 'dates in doubt'),
    refused.length > 0 && counted(refused.length, 'file refused', 'files refused'),
    conflicts.length > 0 && counted(conflicts.length, 'file in conflict', 'files in conflict'),
  ]
  return cut([
    `${counts.filter(Boolean).join(', ')}.`,
    ...section('Refused files', refused.map(problemLine)),
    ...section(
      'In conflict',
      conflicts.map(
        ({ path }) =>
          `- ${inert(path)}: ${inert(conflictPath(path))} says where; write what is right, remove that file`,
      ),
    ),
    ...section('Wrong in the content folder', problems.map(problemLine)),
    ...section(
      'Dates in doubt',
      doubtful.map((article) => `- ${named(article)}: ${doubtOf(article)}`),
    ),
    ...section(
      'Characters that nobody sees',
      unseen.map((line) => `- ${inert(line)}`),
    ),
    ...section('New articles', newArticles.flatMap(articleLines)),
    ...section(
      'Stories opened',
      opened.map(({ joined: story }) => `- ${storyNamed(story as Joined)}`),
    ),
    ...section(
      'Other files changed',
      changed.map(({ path, outcome }) => `- ${inert(path)}: ${outcome}`),
    ),
    ...(newArticles.length > 0 ? ['', HELP] : []),
  ])
}

const HELP = `---

Wrong story? Change \`story\` in the article's file. One event in two stories? Write \`mergedInto: <id>\` in one of them.
A date that you know goes into \`date\`, with \`dateFrom: {basis: editor, confidence: high}\`. What you change here stays.`

function section(title: string, lines: string[]): string[] {
  return lines.length > 0 ? ['', `## ${title}`, '', ...lines] : []
}

const problemLine = (problem: Problem): string => `- ${inert(formatProblem(problem))}`

function articleLines(article: NewArticle): string[] {
  const { date, joined, publisher, source, titleFrom } = article
  const facts = [
    publisher ? inert(publisher) : 'publisher not known',
    date ?? 'no date',
    `from ${inert(source)}`,
  ]
  return [
    `- ${named(article)}: ${facts.join(', ')}`,
    ...(joined && !joined.opens ? [`  - in ${storyNamed(joined)}: ${whyJoined(joined)}`] : []),
    ...(joined?.opens ? ['  - opens a story'] : []),
    ...(joined ? [] : ['  - in no story yet, since a story file cannot be read']),
    ...(titleFrom === 'page'
      ? []
      : [`  - the page has no headline; this one is from ${TITLE_FROM[titleFrom]}`]),
  ]
}

const TITLE_FROM = { copy: 'a copy of the text', lead: 'its first sentence', editor: 'an editor' } as const

function whyJoined({ copyOf, fit }: Joined): string {
  if (copyOf !== undefined) return `a copy of **${inert(copyOf)}**`
  if (!fit) return 'copies of it are there'
  const { asked, likeness, nearest } = fit
  const reasons = [`likeness ${likeness.toFixed(2)}`]
  if (asked <= 1) reasons[0] += ` where ${asked.toFixed(2)} is asked`
  if (nearest) {
    reasons.push(
      `nearest is ${nearest.title ? `**${inert(nearest.title)}**` : 'a text without headline'} with ${nearest.likeness.toFixed(2)}`,
    )
    if (nearest.daysApart) reasons.push(`printed ${counted(nearest.daysApart, 'day', 'days')} apart`)
    if (nearest.ofOtherDays) reasons.push('their leads tell of different days')
  }
  return reasons.join('; ')
}

const isDoubtful = ({ date, dateFrom }: NewArticle): boolean => !date || dateFrom?.confidence === 'low'

function doubtOf({ date, dateFrom }: NewArticle): string {
  const claimed = dateFrom?.claimed ? `, printed as “${inert(dateFrom.claimed)}”` : ''
  const said = date
    ? `${date} is not certain${claimed}`
    : dateFrom
      ? `not taken over${claimed}`
      : 'none found'
  return dateFrom?.why ? `${said}. ${inert(dateFrom.why)}` : said
}

const named = ({ id, title }: NewArticle): string => `**${inert(title)}** (\`articles/${id}.md\`)`
const storyNamed = ({ story, storyTitle }: Joined): string =>
  `**${inert(storyTitle)}** (\`stories/${story}.md\`)`

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** As many lines as fit, and how many do not. */
function cut(lines: string[]): string {
  let size = 0
  const fitting = lines.findIndex((line) => {
    size += line.length + 1
    return size > MOST_CHARACTERS
  })
  const shown =
    fitting < 0 ? lines : [...lines.slice(0, fitting), '', `… and ${lines.length - fitting} lines more.`]
  return `${shown.join('\n')}\n`
}
