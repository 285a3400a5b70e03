import { type Cost, median } from './run.ts'

/** One line of the table. */
export interface Measure {
  /** What was measured, as in `ingest: first run`. */
  name: string
  /** Articles in the corpus. */
  size: number
  runs: number
  cost: Cost
  /** Files and bytes that it wrote, where they are compared. */
  files?: number
  bytes?: number
}

/** Measures by name, each run as often as is asked; a sequence of steps is repeated as a whole. */
export class Measures {
  readonly #costs = new Map<string, Cost[]>()
  readonly #size: number

  constructor(size: number) {
    this.#size = size
  }

  /** Takes down one run. */
  add(name: string, cost: Cost): void {
    this.#costs.set(name, [...(this.#costs.get(name) ?? []), cost])
    process.stderr.write(
      `${this.#size} ${name}: ${cost.wall.toFixed(2)} s, ${cost.cpu.toFixed(2)} s of processor time, ${cost.peak.toFixed(0)} MB\n`,
    )
  }

  medians(): Measure[] {
    return [...this.#costs].map(([name, costs]) => ({
      name,
      size: this.#size,
      runs: costs.length,
      cost: median(costs),
    }))
  }
}
