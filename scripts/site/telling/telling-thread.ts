import { type MessagePort, workerData } from 'node:worker_threads'
import { compileRegistry } from '../../content/registry.ts'
import type { Topic } from '../../content/topic.ts'
import { sayingsTeller } from '../sayings.ts'
import { assembled, type StoryParts } from './story-parts.ts'
import { tell } from './tell.ts'

/** What the thread is begun with. */
export interface TellingData {
  topics: Topic[]
  port: MessagePort
}

/** A thread that reads the accounts of the stories that it is sent, and tells of them as their pages do. */
const { topics, port } = workerData as TellingData
const tellSayings = sayingsTeller(compileRegistry(topics))
port.on('message', (batch: StoryParts[]) => {
  const told = batch.map((parts) => tell(parts.id, assembled(parts), tellSayings))
  port.postMessage(
    told,
    told.map(({ page }) => page.html.buffer),
  )
})
