import type { ComponentChildren } from 'preact'
import type { CopyChanges, PrintedChange, Quotable } from '../../scripts/site/story/side-by-side.ts'
import type { ArticleView } from '../../scripts/site/views.ts'
import { count } from './count.ts'
import { Day } from './day.tsx'
import { paragraphList } from './number-list.ts'
import { OutletName } from './outlet-name.tsx'
import { ParagraphLink } from './paragraph-link.tsx'
import { Arrow, ChangeList, WordSpans } from './word-spans.tsx'

/** Passages shown at once; more are folded. */
const SHOWN = 6

/** All that one outlet cut, added, altered or moved, in words; its spelling apart. */
export function OutletChanges({ original, changes }: { original: ArticleView; changes: CopyChanges }) {
  const { copy, fates, joined, cut, added } = changes
  const moved = fates.filter((fate) => fate.moved)
  const divided = fates.filter(({ to, moved: elsewhere }) => to.length > 1 && !elsewhere)
  return (
    <section class="outlet" aria-labelledby={`beside-${copy.id}`}>
      <h3 id={`beside-${copy.id}`}>
        <OutletName article={copy} />
      </h3>
      <p class="credit">
        <span>
          <Day date={copy.date} />
        </span>
        <a href={copy.url}>its print of this account</a>
      </p>
      <dl class="changes">
        <Printed name="Headline" change={changes.headline} none="none of its own" />
        <Printed name="Dateline" change={changes.dateline} none="none" />
        <Printed name="Byline" change={changes.byline} none="none" />
        {cut.length > 0 && (
          <Item name="Cut">
            <Sentences article={original} all={cut} whose="" />
          </Item>
        )}
        {added.length > 0 && (
          <Item name="Added">
            <Sentences article={copy} all={added} whose="its " />
          </Item>
        )}
        {moved.length > 0 && (
          <Item name="Moved">
            {moved.map(({ paragraph, to }) => (
              <p key={paragraph}>
                <ParagraphLink article={original} paragraph={paragraph} /> <Arrow />{' '}
                {paragraphList([...to].sort((a, b) => a - b))}
              </p>
            ))}
          </Item>
        )}
        {joined.length + divided.length > 0 && (
          <Item name="Paragraphs">
            {joined.map((paragraphs) => (
              <p key={paragraphs[0]}>{paragraphList(paragraphs)} run together</p>
            ))}
            {divided.map(({ paragraph, to }) => (
              <p key={paragraph}>
                paragraph {paragraph} divided in {to.length}
              </p>
            ))}
          </Item>
        )}
        <Alterations original={original} changes={changes} />
        <Spelling changes={changes} />
      </dl>
    </section>
  )
}

function Item({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Printed({ name, change, none }: { name: string; change?: PrintedChange; none: string }) {
  if (!change) return null
  const { original, copy, spans } = change
  return (
    <Item name={name}>
      {spans ? (
        <p>
          <WordSpans spans={spans} />
        </p>
      ) : (
        <p>
          {original ?? <span class="none">{none}</span>} <Arrow /> {copy ?? <span class="none">{none}</span>}
        </p>
      )}
    </Item>
  )
}

/** Sentences that only one side has, under a line that says how much it is. */
function Sentences({ article, all, whose }: { article: ArticleView; all: Quotable[]; whose: '' | 'its ' }) {
  const paragraphs = all.filter(({ whole }) => whole).map(({ paragraph }) => paragraph)
  const parts = all.filter(({ whole }) => !whole).map(({ paragraph }) => paragraph)
  const words = all.reduce((sum, one) => sum + one.words, 0)
  const said = [
    ...(paragraphs.length > 0 ? [`${whose}${paragraphList(paragraphs)}`] : []),
    ...(parts.length > 0 ? [`part of ${whose}${paragraphList(parts)}`] : []),
  ].join('; ')
  const line = `${said} (${count(words, 'word')})`
  if (all.every(({ text }) => text === undefined)) return <p>{line}</p>
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
              <blockquote lang={article.lang}>{text}</blockquote>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

function NotQuoted({ words }: { words: number }) {
  return <p class="hint">{count(words, 'word')}, not quoted here: the text belongs to its publisher.</p>
}

function Alterations({ original, changes }: { original: ArticleView; changes: CopyChanges }) {
  const { alterations, altered, copy, throughout } = changes
  if (alterations === 0) return null
  if (throughout.length + altered.length === 0) {
    return (
      <Item name="Altered">
        <p>{count(alterations, 'place')}</p>
      </Item>
    )
  }
  return (
    <>
      {throughout.length > 0 && (
        <Item name="Throughout">
          <ChangeList changes={throughout} inserted="altered" />
        </Item>
      )}
      {altered.length > 0 && (
        <Item name="Altered">
          <details open={altered.length <= SHOWN}>
            <summary>{count(altered.length, 'passage')}</summary>
            <ul class="passages">
              {altered.map(({ paragraph, spans, words }) => (
                <li key={`${paragraph} ${spans?.[0]?.copy}`}>
                  <ParagraphLink article={original} paragraph={paragraph} />
                  {spans ? (
                    <p class="altered-text" lang={copy.lang}>
                      <WordSpans spans={spans} />
                    </p>
                  ) : (
                    <NotQuoted words={words} />
                  )}
                </li>
              ))}
            </ul>
          </details>
        </Item>
      )}
    </>
  )
}

function Spelling({ changes: { punctuation, respelled, respellings } }: { changes: CopyChanges }) {
  if (respellings + punctuation === 0) return null
  const line = [
    ...(respellings > 0 ? [count(respellings, 'word or phrase', 'words and phrases')] : []),
    ...(punctuation > 0 ? [`other punctuation in ${count(punctuation, 'place')}`] : []),
  ].join('; ')
  return (
    <Item name={respellings > 0 ? 'Respelled' : 'Punctuation'}>
      <p>{line}. Not counted as changes.</p>
      {respelled.length > 0 && <ChangeList changes={respelled} inserted="respelled" />}
    </Item>
  )
}
