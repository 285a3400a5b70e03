import { type FrontPage, type Verdict, word } from './bars.ts'
import type { Measure } from './measure.ts'

/** Columns padded to their widest cell, the first to the left, the others to the right. */
function table(rows: string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const count = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',')
const short = (value: number): string => value.toFixed(value < 100 ? 2 : 0)

/** The measures with what each is of the floor, then how they stand to the bars. */
export function formatReport(
  measures: Measure[],
  verdicts: Verdict[],
  frontPages: Map<number, FrontPage>,
  notes: string[],
): string {
  const floorOf = (size: number) =>
    measures.find((one) => one.name === 'floor' && one.size === size)?.cost.wall
  const measured = measures.map(({ name, size, cost: { wall, cpu, peak }, files, bytes }) => {
    const floor = /^(?:ingest|watch)/.test(name) ? undefined : floorOf(size)
    return [
      name,
      count(size),
      short(wall),
      cpu ? short(cpu) : '',
      peak ? peak.toFixed(0) : '',
      floor ? short(wall / floor) : '',
      files ? count(files) : '',
      bytes ? count(Math.round(bytes / 1e6)) : '',
    ]
  })
  const held = verdicts.map((one) => [
    one.what,
    count(one.size),
    `${short(one.value)} ${one.unit}`,
    `${one.atLeast ? '>=' : '<='} ${one.bar}`,
    `${one.aim}`,
    word(one),
  ])
  const pages = [...frontPages].map(
    ([size, { plain, gzip, brotli }]) =>
      `front page with CSS at ${count(size)}: ${count(plain)} bytes, gzip ${count(gzip)}, brotli ${count(brotli)}`,
  )
  return [
    table([['', 'articles', 'wall s', 'CPU s', 'peak MB', 'x floor', 'files', 'MB written'], ...measured]),
    ...pages,
    table([['', 'articles', 'value', 'bar', 'aim', 'meets'], ...held]),
    ...notes,
  ].join('\n\n')
}
