import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, prepareNext } from '../../../scripts/site/build.ts'
import { BuildMemory } from '../../../scripts/site/output/build-memory.ts'

/**
 * Builds the contents of the folders given, one after the other, over the same site, and each also into a folder of its
 * own; `staying` as the process does that keeps at hand what it knows. In a process of its own, since Eleventy loads its
 * configuration past the test runner.
 */
const [how, folder = '', ...steps] = process.argv.slice(2)
const [content, output] = [join(folder, 'content'), join(folder, 'site')]
const memory = how === 'staying' ? new BuildMemory(output, true) : undefined
for (const [at, step] of steps.entries()) {
  rmSync(content, { recursive: true, force: true })
  cpSync(step, content, { recursive: true })
  // A build that fails when it is done takes the folder with it.
  if (memory && at % 3 === 2) await failingBuild()
  const { kept } = await build({ content, output, memory })
  cpSync(output, join(folder, `after-${at}`), { recursive: true })
  // Every other time the next build comes before anything could be prepared for it.
  if (memory && at % 2 === 0) await prepareNext({ content, output }, memory)
  await build({ content, output: join(folder, `anew-${at}`) })
  writeFileSync(join(folder, `kept-${at}`), String(kept))
}

async function failingBuild(): Promise<void> {
  const story = join(content, 'stories/astray.md')
  writeFileSync(
    story,
    "---\nid: astray\ntitle: 'Astray'\ndate: '2023-02-08'\ntopics: [salt]\n---\n[Nowhere](/nowhere/)\n",
  )
  const failed = await build({ content, output, memory }).then(
    () => false,
    () => true,
  )
  if (!failed) throw new Error('a link to nowhere was built')
  rmSync(story)
}
