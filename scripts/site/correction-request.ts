import type { Site } from '../content/site.ts'

/** What GitHub fills into an issue's title; the story's address says the rest. */
const LONGEST_TITLE = 150

interface Subject {
  title: string
  /** Absolute address of its page. */
  address: string
}

/**
 * Where a reader asks for a correction: the issue form `.github/ISSUE_TEMPLATE/correction.yml` of the digest's
 * repository, its field `story` filled in, else the contact that the site names. Names of fields in the address are
 * the ids of the form's.
 */
export function correctionRequest({ contact, repository }: Site, subject?: Subject): string | undefined {
  if (!repository) return contact
  const fields = new URLSearchParams({ template: 'correction.yml' })
  if (subject) {
    const title = [...subject.title.toWellFormed()].slice(0, LONGEST_TITLE).join('')
    fields.set('title', `Correction: ${title}`)
    fields.set('story', subject.address)
  }
  return `${repository}/issues/new?${fields}`
}
