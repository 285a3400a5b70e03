import { type Transferable, Worker } from 'node:worker_threads'

/** Memory for what is soon done with, in MB: swept seldom, since little of it outlives the piece of work it was for. */
const YOUNG_MB = 32

/**
 * Begins a thread that runs a program of this project, given as the address of its module. A program in TypeScript needs
 * the same loader in a thread as in the process. A thread that cannot begin, or dies, ends: nothing is thrown here.
 */
export function beginThread(program: URL, workerData: unknown, transferList: Transferable[] = []): Worker {
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'))
  const code = `const { register } = await import(${loader})
register()
await import(${JSON.stringify(program.href)})`
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
    workerData,
    transferList,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  })
  worker.on('error', () => {})
  return worker
}
