import { existsSync, readdirSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { ContentError } from '../../content/problem.ts'

/** What a folder holds that this build wrote, or nothing: no other folder is ever replaced. */
const MARKS = ['index.html', 'sitemap.xml', 'feed.xml']

/** Where the site goes. Refuses every folder that replacing would cost somebody something. */
export function safeTarget(output: string, content: string): string {
  const refuse = (fix: string): never => {
    throw new ContentError([{ file: output || '(empty)', field: '--output', fix }])
  }
  if (output.trim() === '') refuse('name a folder, such as _site')
  const target = resolve(output)
  for (const kept of [process.cwd(), content, 'layouts', 'scripts', 'test'].map((path) => resolve(path))) {
    const above = kept === target || kept.startsWith(target + sep)
    const within = kept !== process.cwd() && target.startsWith(kept + sep)
    if (above || within)
      refuse(
        `the site would replace or lie inside ${relative(process.cwd(), kept) || 'the project'}; name a folder of its own`,
      )
  }
  const entries = existsSync(target) ? readdirSync(target) : []
  if (entries.length > 0 && !MARKS.every((name) => entries.includes(name)))
    refuse('the folder holds something that is no site built here; name another or empty it')
  return target
}
