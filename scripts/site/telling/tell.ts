import { toldAccounts } from '../../../layouts/components/told-accounts.tsx'
import type { KeptSayings, sayingsTeller } from '../sayings.ts'
import type { ToldAccounts } from '../views.ts'
import type { ToldFrom } from './story-parts.ts'

/** What the accounts of one story came to: what its page tells of them, as bytes that take less room, and what it has topics say. */
export interface Told {
  id: string
  page: Omit<ToldAccounts, 'html'> & { html: Uint8Array<ArrayBuffer> }
  sayings: KeptSayings
}

/** Reads the accounts of a story, and tells of them as its page does. */
export function tell(id: string, story: ToldFrom, tellSayings: ReturnType<typeof sayingsTeller>): Told {
  const sayings = tellSayings(story)
  const { html, ...page } = toldAccounts(story.sections())
  return { id, page: { ...page, html: new TextEncoder().encode(html) }, sayings }
}
