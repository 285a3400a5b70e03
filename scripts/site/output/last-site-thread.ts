import { type MessagePort, workerData } from 'node:worker_threads'
import { type Ground, layFoundation } from './foundation.ts'
import { readNoted } from './noted-files.ts'
import { isWhole } from './whole.ts'

/** What the thread is begun with: where the files of the last site are noted. */
export interface LastSiteData {
  noted: string
  port: MessagePort
}

/** What it is asked: whether a site is whole, or to lay one's foundation. */
export type Asked = { isWhole: string } | { lay: Ground }

/** What it answers: as `isWhole` and `layFoundation` do, or why they failed. */
export type Answer = { said: unknown } | { failed: unknown }

/** A thread that looks after the files of the last site. */
const { noted, port } = workerData as LastSiteData
const last = readNoted(noted)
port.on('message', (asked: Asked) => {
  try {
    port.postMessage({ said: answer(asked) } satisfies Answer)
  } catch (failed) {
    port.postMessage({ failed } satisfies Answer)
  }
})

function answer(asked: Asked): unknown {
  if ('lay' in asked) return layFoundation(asked.lay, last?.files ?? {})
  return last !== undefined && isWhole(asked.isWhole, last)
}
