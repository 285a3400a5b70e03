import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { nodeOptionsOf } from '../terminal/node-options.ts'
import type { Corpus } from './corpus.ts'
import type { Measures } from './measure.ts'
import { run, scriptArguments } from './run.ts'

export interface BuildPlaces {
  output: string
  cache: string
  runs: number
}

const args = (content: string, output: string, search: 'index' | 'none'): string[] => [
  ...nodeOptionsOf('build'),
  ...scriptArguments('scripts/build.ts', '--content', content, '--output', output, '--search', search),
]

/**
 * The build: in full, again with what it left, as a hosted build gets it back, and after one edit. The search index is
 * made by a program of its own, on the second core, and measured once.
 */
export async function measureBuild(
  { content }: Corpus,
  { output, cache, runs }: BuildPlaces,
  measures: Measures,
): Promise<void> {
  const clear = (...paths: string[]) => {
    for (const path of paths) rmSync(path, { recursive: true, force: true })
  }
  for (let at = 0; at < runs; at++) {
    const build = (search: 'index' | 'none' = 'none') => run(process.execPath, args(content, output, search))
    clear(output, cache, join(dirname(output), '.cache'))
    measures.add('build: full', await build())
    measures.add('build: full, caches warm', await build())
    editStory(content, `Edited ${at}`)
    measures.add('build: new process after one edit', await build())
    if (at > 0) continue
    clear(output, join(dirname(output), '.cache'))
    measures.add('build: full, with the search index', await build('index'))
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
