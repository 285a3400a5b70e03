import type { Fate } from '../../scripts/site/story/comparison.ts'
import type { CopyChanges, SideBySide } from '../../scripts/site/story/side-by-side.ts'
import { count } from './count.ts'
import { OutletName } from './outlet-name.tsx'

/** From so many paragraphs on, a phone has room for the shapes only. */
const MANY = 16
/** More columns than this are no picture any more. */
const MOST = 150

const SHAPES = { kept: '=', altered: '≠', cut: '×', moved: '↕' }

/** What each outlet did with each paragraph, at a glance: a row for an outlet, a column for a paragraph. */
export function ParagraphFates({ beside: { copies, paragraphs } }: { beside: SideBySide }) {
  const numbers = copies[0]?.fates.map(({ paragraph }) => paragraph) ?? []
  const adds = copies.some(({ added }) => added.some(({ whole }) => whole))
  const many = paragraphs > MANY
  if (paragraphs > MOST) {
    return (
      <ul class="plain">
        {copies.map((changes) => (
          <li key={changes.copy.id}>
            <OutletName article={changes.copy} />: {tally(changes)}
          </li>
        ))}
      </ul>
    )
  }
  return (
    <>
      <table class={many ? 'fates many' : 'fates'}>
        <caption class="unseen">The original’s paragraphs, by what each outlet did with them</caption>
        <thead>
          <tr>
            {numbers.map((number) => (
              <th key={number} scope="col">
                {many && number > 1 && number % 5 > 0 ? <span class="unseen">{number}</span> : number}
              </th>
            ))}
            {adds && (
              <th class="more" scope="col">
                <span class="unseen">paragraphs added</span>
                <span aria-hidden="true">+</span>
              </th>
            )}
          </tr>
        </thead>
        {copies.map((changes) => (
          <tbody key={changes.copy.id}>
            <tr>
              <th scope="rowgroup" colSpan={numbers.length + (adds ? 1 : 0)}>
                <a href={`#beside-${changes.copy.id}`}>
                  <OutletName article={changes.copy} />
                </a>
                <span class="tally">{tally(changes)}</span>
              </th>
            </tr>
            <tr>
              {changes.fates.map((fate) => (
                <Cell key={fate.paragraph} fate={fate} />
              ))}
              {adds && (
                <td>{added(changes) > 0 ? `+${added(changes)}` : <span class="unseen">none</span>}</td>
              )}
            </tr>
          </tbody>
        ))}
      </table>
      <Legend copies={copies} />
    </>
  )
}

function Cell({ fate: { kind, moved } }: { fate: Fate }) {
  return (
    <td class={moved ? `${kind} moved` : kind}>
      <span class="shape" aria-hidden="true">
        {moved ? SHAPES.moved : SHAPES[kind]}
      </span>
      <span class="unseen">{moved ? (kind === 'kept' ? 'moved' : `moved and ${kind}`) : kind}</span>
    </td>
  )
}

const NAMES = [
  ['kept', 'kept'],
  ['altered', 'altered'],
  ['cut', 'cut'],
  ['moved', 'moved'],
] as const

/** Only the shapes that occur. */
function Legend({ copies }: { copies: CopyChanges[] }) {
  const fates = copies.flatMap((changes) => changes.fates)
  const shown = NAMES.filter(([name]) =>
    fates.some(({ kind, moved }) => (name === 'moved' ? moved : kind === name)),
  )
  return (
    <ul class="legend" aria-hidden="true">
      {shown.map(([name, text]) => (
        <li key={name}>
          <span class={name === 'moved' ? 'swatch kept moved' : `swatch ${name}`}>{SHAPES[name]}</span> {text}
        </li>
      ))}
    </ul>
  )
}

/** `9 of 14 paragraphs kept, 2 altered, 3 cut`. */
function tally({ fates, ...changes }: CopyChanges): string {
  const of = (kind: Fate['kind']) => fates.filter((fate) => fate.kind === kind).length
  const parts = [`${of('kept')} of ${count(fates.length, 'paragraph')} kept`]
  if (of('altered') > 0) parts.push(`${of('altered')} altered`)
  if (of('cut') > 0) parts.push(`${of('cut')} cut`)
  if (added(changes) > 0) parts.push(`${added(changes)} added`)
  return parts.join(', ')
}

const added = ({ added: all }: Pick<CopyChanges, 'added'>): number => all.filter(({ whole }) => whole).length
