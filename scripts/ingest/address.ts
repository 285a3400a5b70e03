import { linkSchema } from '../content/fields.ts'
import type { Draft } from './draft.ts'

const LABEL = /^(?:url|source|link|address|permalink|original(?: article)?)\s?:\s*/i
/** An address that carries another page's, or that is there to pass one on. */
const PASSES_ON =
  /[?&#][^=&]{1,30}=https?(?::|%3a)|\/(?:share|sharer|intent|submit|login|signin|subscribe)\b/i

/**
 * The page's own address: its canonical link, or a line of the text that is nothing but an address. A button's link,
 * which has the page's address inside its own, is neither.
 */
export function address({ facts, lines, verdicts }: Draft): Partial<Draft> {
  const printed = lines.flatMap(({ text }, at) => {
    const bare = text.replace(LABEL, '')
    return verdicts[at]?.verdict !== 'body' && /^https?:\/\/\S+$/i.test(bare) ? [bare] : []
  })
  const url = [facts.canonical, ...printed].find(
    (one) => one && !PASSES_ON.test(one) && linkSchema.safeParse(one).success,
  )
  return url ? { url } : {}
}
