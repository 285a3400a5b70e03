import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../../../scripts/site/build.ts'

/**
 * Builds the contents of the folders given, one after the other, over the same site, and each also into a folder of its
 * own. In a process of its own, since Eleventy loads its configuration past the test runner.
 */
const [folder = '', ...steps] = process.argv.slice(2)
const content = join(folder, 'content')
for (const [at, step] of steps.entries()) {
  rmSync(content, { recursive: true, force: true })
  cpSync(step, content, { recursive: true })
  const { kept } = await build({ content, output: join(folder, 'site') })
  cpSync(join(folder, 'site'), join(folder, `after-${at}`), { recursive: true })
  await build({ content, output: join(folder, `anew-${at}`) })
  writeFileSync(join(folder, `kept-${at}`), String(kept))
}
