import type { CopyChanges } from '../../scripts/site/story/side-by-side.ts'
import type { ArticleView } from '../../scripts/site/views.ts'
import { ChangeItem } from './change-item.tsx'
import { count } from './count.ts'
import { ParagraphLink } from './paragraph-link.tsx'
import { NotQuoted } from './quoted-sentences.tsx'
import { ChangeList, WordSpans } from './word-spans.tsx'

/** Passages shown at once; more are folded. */
const SHOWN = 6

/** Words altered throughout, once, then the other altered passages. */
export function AlteredPassages({ original, changes }: { original: ArticleView; changes: CopyChanges }) {
  const { alterations, altered, copy, throughout, unquoted } = changes
  if (alterations === 0) return null
  if (throughout.length + altered.length === 0) {
    return (
      <ChangeItem name="Altered">
        <p>{count(alterations, 'place')}</p>
      </ChangeItem>
    )
  }
  return (
    <>
      {throughout.length + unquoted > 0 && (
        <ChangeItem name="Throughout">
          {throughout.length > 0 && <ChangeList changes={throughout} inserted="altered" />}
          {unquoted > 0 && <p class="hint">{count(unquoted, 'place')}, not quoted here.</p>}
        </ChangeItem>
      )}
      {altered.length > 0 && (
        <ChangeItem name="Altered">
          <details open={altered.length <= SHOWN}>
            <summary>{count(altered.length, 'passage')}</summary>
            <ul class="passages">
              {altered.map(({ paragraph, spans, words }) => (
                <li key={`${paragraph} ${spans?.[0]?.copy}`}>
                  <ParagraphLink article={original} paragraph={paragraph} />
                  {spans ? (
                    <p class="altered-text" lang={copy.lang} dir="auto">
                      <WordSpans spans={spans} />
                    </p>
                  ) : (
                    <NotQuoted words={words} />
                  )}
                </li>
              ))}
            </ul>
          </details>
        </ChangeItem>
      )}
    </>
  )
}

/** Other spellings and punctuation, apart from the changes. */
export function Respellings({ changes: { punctuation, respelled, respellings } }: { changes: CopyChanges }) {
  if (respellings + punctuation === 0) return null
  const line = [
    ...(respellings > 0 ? [count(respellings, 'word or phrase', 'words and phrases')] : []),
    ...(punctuation > 0 ? [`other punctuation in ${count(punctuation, 'place')}`] : []),
  ].join('; ')
  return (
    <ChangeItem name={respellings > 0 ? 'Respelled' : 'Punctuation'}>
      <p>{line}. Not counted as changes.</p>
      {respelled.length > 0 && <ChangeList changes={respelled} inserted="respelled" />}
    </ChangeItem>
  )
}
