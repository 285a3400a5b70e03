import { dirname, resolve } from 'node:path'
import { interrupt } from '../../faults.ts'

/**
 * One build in a process of its own: content, output, the operation at which it is killed, counted from the one that
 * begins the swap, or from the first if negative; and the signal that does it.
 */
const [content = '', output = '', last = '', signal = ''] = process.argv.slice(-4)
let swap: number | undefined
interrupt((at, name, path) => {
  if (name === 'renameSync' && path === resolve(output)) swap = at
  const from = Number(last) < 0 ? -at : at - (swap ?? Infinity)
  if (from === Number(last)) process.kill(process.pid, signal)
}, dirname(output))
const { build } = await import('../../../scripts/site/build.ts')
await build({ content, output, search: 'none' })
