import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Digest, EditionView } from '../../scripts/site/views.ts'
import { MailStory } from './mail-body.tsx'
import { MAIL_STYLE } from './mail-style.ts'

/** Bytes at which Gmail cuts a mail off. */
const LONGEST_MAIL = 102_000

/** Bytes for what is told of no story: head, heading, foot. */
const FRAME = 6_000

/** Bytes of a section's heading beside its title. */
const HEADING = 400

/** The number of each edition, which its mail, its plain text and the feed all ask for. */
const TOLD = new WeakMap<EditionView, number>()

/** How many of an edition's stories fit into its e-mail. The plain text and the feed tell the same ones. */
export function storiesTold(digest: Digest, edition: EditionView): number {
  const told = TOLD.get(edition) ?? count(digest, edition)
  TOLD.set(edition, told)
  return told
}

function count(digest: Digest, { sections }: EditionView): number {
  let bytes = FRAME
  let told = 0
  for (const { stories, title } of sections) {
    bytes += HEADING + Buffer.byteLength(title)
    for (const story of stories) {
      bytes += Buffer.byteLength(renderToString(h(MailStory, { digest, story, style: MAIL_STYLE })))
      if (bytes > LONGEST_MAIL) return told
      told++
    }
  }
  return told
}
