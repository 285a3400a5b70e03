import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const PACKAGE = fileURLToPath(new URL('../../package.json', import.meta.url))

/**
 * Node's own options in the npm script of a command, such as `--max-semi-space-size=16`, so that whoever runs it in a
 * process of its own runs it as npm does. The loader is left out: where that lies depends on the folder one is in.
 */
export function nodeOptionsOf(command: 'build' | 'ingest'): string[] {
  const { scripts } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { scripts: Record<string, string> }
  return (scripts[command] ?? '').split(' ').filter((word) => /^--\S+=/.test(word))
}
