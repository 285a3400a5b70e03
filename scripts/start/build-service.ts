import { resolve } from 'node:path'
import { prepareNext } from '../site/build.ts'
import { BuildMemory } from '../site/output/build-memory.ts'
import { buildAndSay } from '../terminal/build-and-say.ts'
import { runUnlessWrong } from '../terminal/command.ts'
import type { Done, Wanted } from './builder.ts'

/**
 * A process that builds when it is told to, and keeps what it has read and worked out at hand for the next time. Answers
 * with the exit code that the build command would have ended with.
 */
const memories = new Map<string, BuildMemory>()
process.on('message', async ({ options }: Wanted) => {
  const code = await runUnlessWrong(() => buildAndSay({ ...options, memory: memoryOf(options) }))
  process.send?.({ code } satisfies Done)
  setImmediate(() => rest(options))
})
process.on('disconnect', () => process.exit())

function memoryOf({ output }: Wanted['options']): BuildMemory {
  const target = resolve(output)
  const memory = memories.get(target) ?? new BuildMemory(target, true)
  memories.set(target, memory)
  return memory
}

/** What nobody waits for. Left to itself, the garbage of five builds of ten thousand articles fills a gigabyte. */
async function rest(options: Wanted['options']): Promise<void> {
  globalThis.gc?.()
  await prepareNext(options, memoryOf(options))
}
