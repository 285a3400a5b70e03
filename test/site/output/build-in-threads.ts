import { join } from 'node:path'
import { build } from '../../../scripts/site/build.ts'

/**
 * Builds a content with threads and without, and once more in threads over the first site. In a process of its own, since
 * Eleventy loads its configuration past the test runner.
 */
const [content = '', folder = ''] = process.argv.slice(2)
const [none, all] = [Number.POSITIVE_INFINITY, 0]
const attempt = (name: string, from: number) =>
  build({ content, output: join(folder, name), threadsFrom: { stories: from, files: from }, search: 'none' })
await attempt('without', none)
const { rendered } = await attempt('with', all)
const { kept } = await attempt('with', all)
console.log(JSON.stringify({ rendered, kept }))
