import { Parser } from 'htmlparser2'
import { foldSpace } from '../../content/space.ts'

/** No statement of a page is read further. */
const LONGEST = 3000

/** White space folded, entities and tags that were escaped twice undone: "&#039;" inside JSON. */
export function plainText(text: string): string {
  let plain = text.slice(0, LONGEST)
  if (/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});|<\/?[a-z]/i.test(text)) {
    plain = ''
    const parser = new Parser({ ontext: (piece) => (plain += piece) })
    parser.end(text.slice(0, LONGEST))
  }
  return foldSpace(plain)
}
