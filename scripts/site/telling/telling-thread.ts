import { type MessagePort, workerData } from 'node:worker_threads'
import { toldAccounts } from '../../../layouts/components/told-accounts.tsx'
import { compileRegistry } from '../../content/registry.ts'
import type { Topic } from '../../content/topic.ts'
import { type KeptSayings, sayingsTeller } from '../sayings.ts'
import type { ToldAccounts } from '../views.ts'
import { assembled, type StoryParts } from './story-parts.ts'

/** What the thread is begun with. */
export interface TellingData {
  topics: Topic[]
  port: MessagePort
}

/** What the accounts of one story came to: what its page tells of them, as bytes that take less room, and what it has topics say. */
export interface Told {
  id: string
  page: Omit<ToldAccounts, 'html'> & { html: Uint8Array }
  sayings: KeptSayings
}

/** A thread that reads the accounts of the stories that it is sent, and tells of them as their pages do. */
const { topics, port } = workerData as TellingData
const tellSayings = sayingsTeller(compileRegistry(topics))
port.on('message', (batch: StoryParts[]) => {
  const told = batch.map(tell)
  port.postMessage(
    told,
    told.map(({ page }) => page.html.buffer as ArrayBuffer),
  )
})

function tell(parts: StoryParts): Told {
  const story = assembled(parts)
  const sayings = tellSayings(story)
  const { html, ...page } = toldAccounts(story.sections())
  return { id: parts.id, page: { ...page, html: new TextEncoder().encode(html) }, sayings }
}
