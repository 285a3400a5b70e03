import { conflictPath, openConflicts } from '../ingest/state/conflict-file.ts'
import { type BuildOptions, build } from '../site/build.ts'
import { complain, print } from './print.ts'

/** Builds, says what came of it and what the editor still has to settle, and gives the command's exit code. */
export async function buildAndSay(options: Omit<BuildOptions, 'onWait'>): Promise<number> {
  const { content, output } = options
  const started = performance.now()
  const onWait: BuildOptions['onWait'] = (held) => complain(`waiting  ${held.message}`)
  const { counts, kept, rendered, warnings } = await build({ ...options, onWait })
  for (const path of openConflicts(content))
    complain(`in conflict  ${path}: see ${conflictPath(path)}; the site has the file as the editor left it`)
  for (const warning of warnings) complain(`warning  ${warning}`)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  print(
    `${output}: ${rendered + kept} files of ${counts.stories} stories, ${counts.articles} articles and ${counts.topics} topics, ${kept} of them as before, in ${seconds} s`,
  )
  return 0
}
