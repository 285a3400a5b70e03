import type { Content } from '../content/load.ts'
import { unseenLines } from '../content/unseen.ts'

/** What stands in a content folder that nobody sees or that turns the text around it, a line for each field. */
export function unseenCharacters(content: Content): string[] {
  const { articles, stories, topics, instruments, pages, publishers, site } = content
  return [
    ...[...articles, ...stories, ...topics, ...instruments, ...pages].flatMap((entry) =>
      unseenLines(entry.file, entry),
    ),
    ...publishers.flatMap((one) => unseenLines(`publishers.yaml: ${one.id}`, one)),
    ...(site ? unseenLines('site.yaml', site) : []),
  ]
}
