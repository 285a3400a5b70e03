import { dateMarks } from '../../scripts/site/marks.ts'
import type { CopyChanges, PrintedChange } from '../../scripts/site/story/side-by-side.ts'
import type { ArticleView } from '../../scripts/site/views.ts'
import { AlteredPassages, Respellings } from './altered-passages.tsx'
import { ChangeItem } from './change-item.tsx'
import { Day } from './day.tsx'
import { Marks } from './mark.tsx'
import { paragraphList } from './number-list.ts'
import { OutletName } from './outlet-name.tsx'
import { ParagraphLink } from './paragraph-link.tsx'
import { QuotedSentences } from './quoted-sentences.tsx'
import { Arrow, WordSpans } from './word-spans.tsx'

/** All that one outlet cut, added, altered or moved, in words; its spelling apart. */
export function OutletChanges({ original, changes, folded }: OutletChangesProps) {
  const { copy } = changes
  const list = <Changes original={original} changes={changes} />
  return (
    <div class="outlet">
      <h3 id={`beside-${copy.id}`}>
        <OutletName article={copy} />
      </h3>
      <p class="credit">
        <span>
          <Day date={copy.date} />
        </span>
        <Marks marks={dateMarks(copy)} />
        <a href={copy.url}>its print of this account</a>
      </p>
      {folded ? (
        <details>
          <summary>What it changed</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </div>
  )
}

interface OutletChangesProps {
  original: ArticleView
  changes: CopyChanges
  /** Where many outlets are compared. */
  folded: boolean
}

function Changes({ original, changes }: Omit<OutletChangesProps, 'folded'>) {
  const { copy, fates, joined, cut, added } = changes
  const moved = fates.filter((fate) => fate.moved)
  const divided = fates.filter(({ to, moved: elsewhere }) => to.length > 1 && !elsewhere)
  if (isSame(changes)) return <p class="hint">The same text, word for word.</p>
  return (
    <dl class="changes">
      <Printed name="Headline" change={changes.headline} none="none of its own" />
      <Printed name="Dateline" change={changes.dateline} none="none" />
      <Printed name="Byline" change={changes.byline} none="none" />
      {cut.length > 0 && (
        <ChangeItem name="Cut">
          <QuotedSentences article={original} all={cut} whose="" />
        </ChangeItem>
      )}
      {added.length > 0 && (
        <ChangeItem name="Added">
          <QuotedSentences article={copy} all={added} whose="its " />
        </ChangeItem>
      )}
      {moved.length > 0 && (
        <ChangeItem name="Moved">
          {moved.map(({ paragraph, to }) => (
            <p key={paragraph}>
              <ParagraphLink article={original} paragraph={paragraph} /> <Arrow />{' '}
              {paragraphList([...to].sort((a, b) => a - b))}
            </p>
          ))}
        </ChangeItem>
      )}
      {joined.length + divided.length > 0 && (
        <ChangeItem name="Paragraphs">
          {joined.map((paragraphs) => (
            <p key={paragraphs[0]}>{paragraphList(paragraphs)} run together</p>
          ))}
          {divided.map(({ paragraph, to }) => (
            <p key={paragraph}>
              paragraph {paragraph} divided in {to.length}
            </p>
          ))}
        </ChangeItem>
      )}
      <AlteredPassages original={original} changes={changes} />
      <Respellings changes={changes} />
    </dl>
  )
}

function isSame({
  added,
  altered,
  alterations,
  byline,
  cut,
  dateline,
  fates,
  headline,
  ...more
}: CopyChanges) {
  const none = [added, altered, cut, more.joined].every((list) => list.length === 0)
  const same = !headline && !dateline && !byline && alterations + more.respellings + more.punctuation === 0
  return none && same && fates.every(({ moved, to }) => !moved && to.length === 1)
}

function Printed({ name, change, none }: { name: string; change?: PrintedChange; none: string }) {
  if (!change) return null
  const { original, copy, spans } = change
  if (original === undefined && copy === undefined)
    return (
      <ChangeItem name={name}>
        <p class="hint">another, not quoted here</p>
      </ChangeItem>
    )
  return (
    <ChangeItem name={name}>
      {spans ? (
        <p>
          <WordSpans spans={spans} />
        </p>
      ) : (
        <p>
          {original ?? <span class="none">{none}</span>} <Arrow /> {copy ?? <span class="none">{none}</span>}
        </p>
      )}
    </ChangeItem>
  )
}
