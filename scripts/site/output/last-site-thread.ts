import { type MessagePort, workerData } from 'node:worker_threads'
import { type Asked, answerTo } from './last-files.ts'
import { readNoted } from './noted-files.ts'

/** What the thread is begun with: where the files of the last site are noted. */
export interface LastSiteData {
  noted: string
  port: MessagePort
}

/** What it answers to what it is asked, or why it failed. */
export type Answer = { said: unknown } | { failed: unknown }

/** A thread that looks after the files of the last site. */
const { noted, port } = workerData as LastSiteData
const last = readNoted(noted)
port.on('message', (asked: Asked) => port.postMessage(answer(asked)))

function answer(asked: Asked): Answer {
  try {
    return { said: answerTo(asked, last) }
  } catch (failed) {
    return { failed }
  }
}
