import { type Transferable, Worker } from 'node:worker_threads'

/** What a thread that could not begin says in place of how many answers it gave. */
const DEAD = -1

/**
 * Begins a thread that runs a program of this project, given as the address of its module. A program in TypeScript needs
 * the same loader in a thread as in the process. A thread that cannot begin, or dies, ends, and nothing is thrown here; of one
 * that cannot begin, an `answered` of its data, which counts its answers for those who wait without hearing events, is
 * negative then. `youngMb` is memory for what is soon done with: swept seldom, since
 * little of it outlives the piece of work that it was for.
 */
export function beginThread(
  program: URL,
  workerData: object,
  transferList: Transferable[] = [],
  youngMb = 32,
): Worker {
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'))
  const code = `import { workerData } from 'node:worker_threads'
try {
  const { register } = await import(${loader})
  register()
  await import(${JSON.stringify(program.href)})
} catch (error) {
  if (!workerData.answered) throw error
  Atomics.store(workerData.answered, 0, ${DEAD})
  Atomics.notify(workerData.answered, 0)
}`
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
    workerData,
    transferList,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: youngMb },
  })
  worker.on('error', () => {})
  return worker
}
