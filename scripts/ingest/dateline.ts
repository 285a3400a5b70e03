import type { Draft } from './draft.ts'

const PLACE = String.raw`(?<place>\p{Lu}[\p{L}'’.-]*(?:[ -]\p{Lu}[\p{L}'’.-]*){0,3}(?:,\s\p{Lu}[\p{L}'’.]*(?:\s\p{Lu}[\p{L}.]*){0,3})?)`
const DAY = String.raw`(?:,\s+(?<day>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}(?:,\s\d{4})?|\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?:\s\d{4})?))?`
const AGENCY = String.raw`(?:\s*[(/](?<agency>[\p{Lu}][\p{L}\p{N} .&'’-]{1,40})[)/])?`
const DASH = String.raw`(?:\s+(?:--?|[–—]+)\s*|\s*[–—]+\s*|,?\s--\s|:\s)`
const DATELINE = new RegExp(`^${PLACE}${DAY}${AGENCY}${DASH}(?=["'“‘]?[\\p{Lu}\\p{N}])`, 'u')
const AGENCY_ALONE = /^\((?<agency>[\p{Lu}][\p{L} .]{1,30})\)\s*(?:[–—-]+\s*)?(?=\p{Lu})/u

const HEAD = 160

/**
 * The dateline at the head of the body: place in capitals or with an agency or a day behind it, then a dash:
 * "WASHINGTON (AP) —", "SEOUL, March 29 (QPS) -". The words stay in the body, as printed; topics and summary pass
 * over `length` characters.
 */
export function dateline({ body }: Draft): Partial<Draft> {
  for (const { text } of body.slice(0, 3)) {
    const head = text.slice(0, HEAD)
    const match = DATELINE.exec(head) ?? AGENCY_ALONE.exec(head)
    const { place, day, agency } = match?.groups ?? {}
    const capitals = place !== undefined && place.split(',')[0] === place.split(',')[0]?.toUpperCase()
    if (match && (capitals || day || agency))
      return { dateline: { place, day, agency, length: match[0].length } }
  }
  return {}
}
