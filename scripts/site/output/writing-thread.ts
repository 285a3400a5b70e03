import { type MessagePort, workerData } from 'node:worker_threads'
import { Links, type LinksFound, readLinks } from './links.ts'
import { SiteFolder, type WrittenFile } from './site-folder.ts'

/** What the thread is begun with. */
export interface WritingData {
  folder: string
  taken: ReadonlySet<string>
  /** Path prefix, such as `/repo/`. */
  root: string
  port: MessagePort
}

/** Files by path and text; nothing when there are no more. */
export type Batch = [path: string, text: string][] | undefined

/** What was written of a batch, or why it could not be; in the end what the pages link to. */
export type Answer = { files: Noted[] } | { failed: unknown } | { links: LinksFound }

/** A written file with its anchors. */
export type Noted = WrittenFile & { anchors: string }

/** A thread that writes the files that it is sent, and reads their links. */
const { folder, taken, root, port } = workerData as WritingData
const site = new SiteFolder(folder, taken)
const links = new Links(root)
port.on('message', (batch: Batch) => port.postMessage(answerTo(batch)))

function answerTo(batch: Batch): Answer {
  try {
    return batch ? { files: batch.map(([path, text]) => write(path, text)) } : { links: links.found }
  } catch (failed) {
    return { failed }
  }
}

function write(path: string, text: string): Noted {
  const anchors = path.endsWith('.html') ? links.add(path, readLinks(text)) : ''
  return { ...site.write(path, text), anchors }
}
