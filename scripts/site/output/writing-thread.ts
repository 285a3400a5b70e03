import { type MessagePort, workerData } from 'node:worker_threads'
import { Links, type LinksFound, readLinks } from './links.ts'
import { SiteFolder, type WrittenFile } from './site-folder.ts'

/** What the thread is begun with. */
export interface WritingData {
  folder: string
  /** Path prefix, such as `/repo/`. */
  root: string
  port: MessagePort
}

/** Files by path, and where their bytes begin and how many they are; `bytes` are handed over, and back in the answer. */
export interface Batch {
  files: [path: string, from: number, length: number][]
  bytes: Uint8Array
}

/** What was written of a batch, or why it could not be; in the end, when nothing was asked, what the pages link to. */
export type Answer = { files: Noted[]; bytes: Uint8Array } | { failed: unknown } | { links: LinksFound }

/** A written file with its anchors. */
export type Noted = WrittenFile & { anchors: string }

/** A thread that writes the files that it is sent, and reads their links. */
const { folder, root, port } = workerData as WritingData
const site = new SiteFolder(folder)
const links = new Links(root)
port.on('message', (batch: Batch | undefined) => {
  try {
    if (batch) {
      const files = batch.files.map(([path, from, length]) => write(path, batch.bytes, from, length))
      answer({ files, bytes: batch.bytes }, batch.bytes)
    } else answer({ links: links.found })
  } catch (failed) {
    answer({ failed })
  }
})

function answer(said: Answer, bytes?: Uint8Array): void {
  port.postMessage(said, bytes ? [bytes.buffer as ArrayBuffer] : [])
}

function write(path: string, all: Uint8Array, from: number, length: number): Noted {
  const bytes = Buffer.from(all.buffer, from, length)
  const anchors = path.endsWith('.html') ? links.add(path, readLinks(bytes.toString())) : ''
  return { ...site.write(path, bytes), anchors }
}
