import { cpus, totalmem } from 'node:os'
import { type FrontPage, verdicts } from './bars.ts'
import type { Measure } from './measure.ts'
import { formatReport } from './table.ts'

/** Everything that a run of the bench found. */
export class Report {
  readonly measures: Measure[] = []
  readonly frontPages = new Map<number, FrontPage>()
  /** What was not measured and why, and what it was measured with. */
  readonly notes = new Set<string>([
    `Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB`,
  ])

  toString(): string {
    return formatReport(this.measures, this.#verdicts(), this.frontPages, [...this.notes])
  }

  toJSON(): object {
    return {
      measures: this.measures,
      verdicts: this.#verdicts(),
      frontPages: Object.fromEntries(this.frontPages),
      notes: [...this.notes],
    }
  }

  #verdicts() {
    return verdicts(this.measures, this.frontPages)
  }
}
