import type { MarkedParagraph } from '../../scripts/site/story/marked-text.ts'
import type { SideBySide } from '../../scripts/site/story/side-by-side.ts'
import type { ArticleView } from '../../scripts/site/views.ts'
import { count } from './count.ts'
import { outletOf } from './outlet-name.tsx'
import { ParagraphLink } from './paragraph-link.tsx'

/** A text of more words is folded. */
const SHORT = 120

/** The text that the outlets share, once, with the places that some of them changed. */
export function SharedText({ beside: { original, text, words } }: { beside: SideBySide }) {
  if (!text) return null
  return (
    <details class="shared-text" open={words <= SHORT}>
      <summary>The shared text, changed places marked ({count(words, 'word')})</summary>
      <ol>
        {text.map((paragraph) => (
          <li key={paragraph.paragraph}>
            <p lang={original.lang} dir="auto">
              {paragraph.pieces.map(({ text: piece, changed }, at) =>
                changed ? <mark key={at}>{piece}</mark> : <span key={at}>{piece}</span>,
              )}
            </p>
            <p class="hint">
              <ParagraphLink article={original} paragraph={paragraph.paragraph} />
              {doneTo(paragraph)}
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}

function doneTo({ alteredBy, cutBy, movedBy }: MarkedParagraph): string {
  return [said('altered', alteredBy), said('moved', movedBy), said('cut', cutBy)]
    .filter(Boolean)
    .map((one) => `; ${one}`)
    .join('')
}

function said(what: string, by: ArticleView[]): string {
  return by.length > 0
    ? `${what} by ${by.map((article) => outletOf(article) ?? 'an unnamed outlet').join(', ')}`
    : ''
}
