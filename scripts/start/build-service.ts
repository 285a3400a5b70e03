import { BuildMemory } from '../site/output/build-memory.ts'
import { safeTarget } from '../site/output/target.ts'
import { buildAndSay } from '../terminal/build-and-say.ts'
import { runUnlessWrong } from '../terminal/command.ts'
import type { Done, Wanted } from './builder.ts'

/**
 * A process that builds when it is told to, and keeps what it has read and worked out at hand for the next time. Answers
 * with the exit code that the build command would have ended with.
 */
const memories = new Map<string, BuildMemory>()
process.on('message', async ({ options }: Wanted) => {
  const code = await runUnlessWrong(() => {
    const target = safeTarget(options.output, options.content)
    const memory = memories.get(target) ?? new BuildMemory(target, true)
    memories.set(target, memory)
    return buildAndSay({ ...options, memory })
  })
  process.send?.({ code } satisfies Done)
  // Left to itself, the garbage of five builds of ten thousand articles fills a gigabyte; now nobody waits.
  setImmediate(() => globalThis.gc?.())
})
process.on('disconnect', () => process.exit())
