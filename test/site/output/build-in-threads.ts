import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../../../scripts/site/build.ts'

/**
 * Builds a content with threads and without, and after an edit once more in threads over the first site, and anew. In a
 * process of its own, since Eleventy loads its configuration past the test runner.
 */
const [given = '', folder = '', story = ''] = process.argv.slice(2)
const content = join(folder, 'content')
cpSync(given, content, { recursive: true })
const [none, all] = [Number.POSITIVE_INFINITY, 0]
const attempt = (name: string, from: number) =>
  build({ content, output: join(folder, name), threadsFrom: { stories: from, files: from }, search: 'none' })
await attempt('without', none)
const { rendered } = await attempt('with', all)
cpSync(join(folder, 'with'), join(folder, 'first'), { recursive: true })
const page = join(content, 'stories', story)
writeFileSync(page, readFileSync(page, 'utf8').replace(/^title: .*$/m, 'title: Edited'))
await attempt('anew', none)
const { kept } = await attempt('with', all)
const again = await attempt('with', all)
console.log(JSON.stringify({ rendered, kept, again: again.kept }))
