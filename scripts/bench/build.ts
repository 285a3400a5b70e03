import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Corpus } from './corpus.ts'
import type { Measures } from './measure.ts'
import { run, scriptArguments } from './run.ts'

export interface BuildPlaces {
  output: string
  cache: string
  runs: number
}

const args = (content: string, output: string): string[] =>
  scriptArguments('scripts/build.ts', '--content', content, '--output', output)

/** The build: in full, in full with what earlier builds keep in the cache, and after one edit beside the last output. */
export async function measureBuild(
  { content }: Corpus,
  { output, cache, runs }: BuildPlaces,
  measures: Measures,
): Promise<void> {
  const clear = (...paths: string[]) => {
    for (const path of paths) rmSync(path, { recursive: true, force: true })
  }
  for (let at = 0; at < runs; at++) {
    clear(output, cache)
    measures.add('build: full', await run(process.execPath, args(content, output)))
    clear(output)
    measures.add('build: full, caches warm', await run(process.execPath, args(content, output)))
    editStory(content, `Edited ${at}`)
    measures.add('build: new process after one edit', await run(process.execPath, args(content, output)))
  }
}

/** Gives the corpus's first story another headline; says which page shows it. */
export function editStory(content: string, title: string): string {
  const { story, path } = JSON.parse(readFileSync(join(content, '../edited.json'), 'utf8')) as {
    story: string
    path: string
  }
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace(/^title: .*(?:\n {2}.*)*$/m, `title: ${title}`))
  return join('stories', story, 'index.html')
}
