import type { Change } from '../../scripts/site/story/changes.ts'
import type { Span } from '../../scripts/site/story/word-changes.ts'

/** Text of the copy with what was taken out and put in; respelled words are marked but not as changes. */
export function WordSpans({ spans }: { spans: Span[] }) {
  return (
    <>
      {spans.map((span, at) => (
        <WordSpan key={at} span={span} />
      ))}
    </>
  )
}

function WordSpan({ span: { kind, original, copy } }: { span: Span }) {
  if (kind === 'respelled') return <span class="respelled">{copy}</span>
  if (kind !== 'altered') return <>{copy}</>
  return (
    <>
      {leading(original || copy)}
      <Removed text={original.trim()} />
      {original && copy && ' '}
      <Added text={copy.trim()} />
      {trailing(copy || original)}
    </>
  )
}

/** `spokesman → spokesperson, 3 times`. */
export function ChangeList({ changes, inserted }: { changes: Change[]; inserted: 'altered' | 'respelled' }) {
  return (
    <ul class="change-list">
      {changes.map(({ original, copy, times }) => (
        <li key={`${original} ${copy}`}>
          {inserted === 'altered' ? (
            <>
              <Removed text={original} /> <Added text={copy} />
            </>
          ) : (
            <>
              {original} <Arrow /> {copy}
            </>
          )}
          {times > 1 && <span class="times">{timesText(original, copy, times)}</span>}
        </li>
      ))}
    </ul>
  )
}

function timesText(original: string, copy: string, times: number): string {
  if (original && copy) return ` ${times} times`
  return original ? ` taken out ${times} times` : ` put in ${times} times`
}

/** One thing for another. */
export function Arrow() {
  return (
    <>
      <span aria-hidden="true">→</span>
      <span class="unseen">is now</span>
    </>
  )
}

function Removed({ text }: { text: string }) {
  if (!text) return null
  return (
    <del>
      <span class="unseen">removed: </span>
      {text}
    </del>
  )
}

function Added({ text }: { text: string }) {
  if (!text) return null
  return (
    <ins>
      <span class="unseen">added: </span>
      {text}
    </ins>
  )
}

const leading = (text: string): string => text.slice(0, text.length - text.trimStart().length)
const trailing = (text: string): string => text.slice(text.trimEnd().length)
