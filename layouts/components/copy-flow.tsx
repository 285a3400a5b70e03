import type { CopyChanges, SideBySide } from '../../scripts/site/story/side-by-side.ts'
import { count, grouped } from './count.ts'
import { outletOf, UNNAMED } from './outlet-name.tsx'
import { shortName } from './short-name.ts'

/** In pixels: from a row to the next, from a level to the next, and the height of a bar. */
const ROW = 24
const COPY_ROW = 40
const INDENT = 18
const DOT = 5
const BAR = 8
/** Of a whole bar, in per cent of the picture. */
const WIDTH = 62
/** In letters: so many fit a telephone, indented as they are. */
const LONGEST_NAME = 28
/** More rows than this are no picture any more; the table has all. */
const MOST = 12

/** Agency of an account: its own, or one that any print of it names. */
export function agencyOf({ original, copies }: SideBySide): string | undefined {
  return original.agency ?? copies.find(({ copy }) => copy.agency)?.copy.agency
}

/** Who copied whom, drawn at build time: the agency, the print compared, the copies with the share of its words each kept. */
export function CopyFlow({ beside, at }: { beside: SideBySide; at: number }) {
  const { original, words } = beside
  const copies = beside.copies.map((changes) => ({
    id: changes.copy.id,
    name: outletOf(changes.copy) ?? 'publisher not known',
    kept: words === 0 ? 0 : Math.max(0, words - cutWords(changes)),
    added: changes.added.reduce((sum, one) => sum + one.words, 0),
  }))
  const agency = agencyOf(beside)
  const outlet = outletOf(original)
  const names = agency ? [...new Set([agency, outlet ?? UNNAMED])] : [outlet ?? 'publisher not known']
  const shown = copies.slice(0, MOST)
  const level = names.length * INDENT
  const first = names.length * ROW
  const left = level + 3 * DOT
  const share = (kept: number) => kept / Math.max(1, words)
  const percent = (kept: number) => `${Math.round(100 * share(kept))}%`
  const id = `flow-${at}`
  const title = `Who copied ${names[0]}`
  return (
    <figure class="figure flow">
      <figcaption class="hint">How much of its words each copy took over</figcaption>
      <svg
        width="100%"
        height={first + shown.length * COPY_ROW}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>
          {names.length > 1 && `Of ${names[0]} the print by ${outlet ?? `an ${UNNAMED}`} is compared. `}
          {`Of its ${count(words, 'word')} ${shown.map(({ name, kept }) => `${name} took over ${percent(kept)}`).join(', ')}.`}
          {copies.length > MOST &&
            ` ${count(copies.length - MOST, 'more copy', 'more copies')} in the table.`}
        </desc>
        {names.map((name, row) => (
          <Source key={name} name={name} row={row} />
        ))}
        {shown.map(({ id: copy, name, kept }, row) => {
          const y = first + row * COPY_ROW + ROW / 2
          return (
            <g key={copy}>
              <path d={`M${level - INDENT + DOT} ${first - ROW / 2 + DOT}V${y}H${level}`} />
              <circle cx={level + DOT} cy={y} r={DOT - 1} />
              <text class="name" x={left} y={y + 4}>
                {shortName(name, LONGEST_NAME)}
              </text>
              <rect class="whole" x={left} y={y + 10} width={`${WIDTH}%`} height={BAR} />
              <rect x={left} y={y + 10} width={`${Math.round(WIDTH * share(kept))}%`} height={BAR} />
              <text x={`${WIDTH}%`} dx={left + BAR} y={y + 10 + BAR}>
                {percent(kept)}
              </text>
            </g>
          )
        })}
      </svg>
      <details class="figures">
        <summary>The figures as a table</summary>
        <table>
          <caption class="unseen">{title}, in words</caption>
          <thead>
            <tr>
              {['Copy', 'Taken over', 'Cut', 'Added'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {copies.map(({ id: copy, name, kept, added }) => (
              <tr key={copy}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>{grouped(kept)}</td>
                <td>{grouped(words - kept)}</td>
                <td>{grouped(added)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

/** Agency or outlet above the copies, on its own level. */
function Source({ name, row }: { name: string; row: number }) {
  const [x, y] = [row * INDENT, row * ROW + ROW / 2]
  return (
    <>
      {row > 0 && <path d={`M${x - INDENT + DOT} ${y - ROW + DOT}V${y}H${x}`} />}
      <circle class="source" cx={x + DOT} cy={y} r={DOT - 1} />
      <text class="name" x={x + 3 * DOT} y={y + 4}>
        {shortName(name, LONGEST_NAME)}
      </text>
    </>
  )
}

const cutWords = ({ cut }: CopyChanges): number => cut.reduce((sum, one) => sum + one.words, 0)
