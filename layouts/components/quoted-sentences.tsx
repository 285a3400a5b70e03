import type { Quotable } from '../../scripts/site/story/side-by-side.ts'
import type { ArticleView } from '../../scripts/site/views.ts'
import { count } from './count.ts'
import { paragraphList } from './number-list.ts'
import { ParagraphLink } from './paragraph-link.tsx'

/** Sentences that only one side has, under a line that says how much it is. */
export function QuotedSentences({
  article,
  all,
  whose,
}: {
  article: ArticleView
  all: Quotable[]
  whose: '' | 'its '
}) {
  const paragraphs = all.filter(({ whole }) => whole).map(({ paragraph }) => paragraph)
  const parts = all.filter(({ whole }) => !whole).map(({ paragraph }) => paragraph)
  const words = all.reduce((sum, one) => sum + one.words, 0)
  const said = [
    ...(paragraphs.length > 0 ? [`${whose}${paragraphList(paragraphs)}`] : []),
    ...(parts.length > 0 ? [`part of ${whose}${paragraphList(parts)}`] : []),
  ].join('; ')
  const line = `${said} (${count(words, 'word')})`
  if (all.every(({ text }) => text === undefined)) return <p>{line}, not quoted here</p>
  return (
    <details open={all.length === 1}>
      <summary>{line}</summary>
      <ul class="passages">
        {all.map(({ paragraph, text, words: length }) => (
          <li key={`${paragraph} ${text}`}>
            <ParagraphLink article={article} paragraph={paragraph} />
            {text === undefined ? (
              <NotQuoted words={length} />
            ) : (
              <blockquote lang={article.lang} dir="auto">
                {text}
              </blockquote>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What stands for a text that its publisher's rights keep back. */
export function NotQuoted({ words }: { words: number }) {
  return <p class="hint">{count(words, 'word')}, not quoted here: the text belongs to its publisher.</p>
}
