import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from '../../../scripts/site/build.ts'
import { notesOf } from '../../../scripts/site/swap.ts'

/** Builds a content over the site that was made from it, as it is and after somebody has touched that. */
const [content = '', output = ''] = process.argv.slice(2)
const front = join(output, 'index.html')
const fileOf = (path: string) => statSync(path).ino
const attempt = async (search: 'index' | 'keep' | 'none') => {
  const before = statSync(output, { throwIfNoEntry: false })?.ino
  const { rendered, counts } = await build({ content, output, search })
  return { isLeft: fileOf(output) === before, rendered, counts }
}
const touches: Record<string, () => void> = {
  nothing: () => {},
  'a page': () => writeFileSync(front, 'touched'),
  'a page that is gone': () => rmSync(join(output, 'topics/index.html')),
  'a style that is gone': () => rmSync(join(output, 'assets'), { recursive: true }),
  'the site that is gone': () => rmSync(output, { recursive: true }),
  'a file more': () => writeFileSync(join(output, 'more.txt'), ''),
}
const found: Record<string, unknown> = { 'at first': await attempt('none') }
const text = readFileSync(front, 'utf8')
for (const [what, touch] of Object.entries(touches)) {
  touch()
  found[what] = await attempt('none')
  if (readFileSync(front, 'utf8') !== text) throw new Error(`${what}: the front page is another`)
}
found['with an index'] = await attempt('index')
found['the index kept'] = await attempt('keep')
found['without the index'] = await attempt('none')
rmSync(notesOf(output))
mkdirSync(notesOf(output))
found['where nothing can be noted'] = await attempt('none')
rmSync(dirname(notesOf(output)), { recursive: true })
writeFileSync(dirname(notesOf(output)), 'no folder')
found['where nothing can be kept'] = await attempt('none')
if (readFileSync(front, 'utf8') !== text) throw new Error('without notes the front page is another')
found['beside the site'] = readdirSync(dirname(output)).sort()
console.log(JSON.stringify(found))
