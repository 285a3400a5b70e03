import { linkSchema } from '../content/fields.ts'
import type { Draft } from './draft.ts'

/** The page's own address: its canonical link, or a line of the text that is nothing but an address. */
export function address({ facts, lines, verdicts }: Draft): Partial<Draft> {
  const own = lines.find(
    ({ text }, at) =>
      verdicts[at]?.verdict !== 'body' && /^(?:(?:url|source|link):\s*)?https?:\/\/\S+$/i.test(text),
  )
  const url = facts.canonical ?? own?.text.replace(/^(?:url|source|link):\s*/i, '')
  return linkSchema.safeParse(url).success ? { url } : {}
}
