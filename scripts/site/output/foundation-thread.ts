import { type MessagePort, workerData } from 'node:worker_threads'
import { type Ground, layFoundation } from './foundation.ts'
import { readNoted } from './noted-files.ts'

/** What the thread is begun with: where the files of the last site are noted. */
export interface FoundationData {
  noted: string
  port: MessagePort
}

/** What it answers: the paths of the files that are not to be had, or why it failed. */
export type Laid = { lost: string[] } | { failed: unknown }

/** A thread that lays the foundation of a site when it is told on what ground. */
const { noted, port } = workerData as FoundationData
const { files } = readNoted(noted)
port.on('message', (ground: Ground) => port.postMessage(lay(ground)))

function lay(ground: Ground): Laid {
  try {
    return { lost: layFoundation(ground, files) }
  } catch (failed) {
    return { failed }
  }
}
