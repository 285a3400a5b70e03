import type { Sighting } from './sightings.ts'

/** How far the forms seen so far reach: the farthest, and the farthest of any other topic. */
export class Cover {
  #first: { topic: string; to: number } = { topic: '', to: -1 }
  #second = -1

  add({ form: { topic }, to }: Sighting): void {
    if (topic === this.#first.topic) this.#first = { topic, to: Math.max(to, this.#first.to) }
    else if (to > this.#first.to) {
      this.#second = this.#first.to
      this.#first = { topic, to }
    } else this.#second = Math.max(this.#second, to)
  }

  /** Whether a form lies in one of another topic's that began before it, or in a longer or certain one that begins with it. */
  holds({ form: { topic }, to }: Sighting, group: Sighting[]): boolean {
    if ((this.#first.topic === topic ? this.#second : this.#first.to) >= to) return true
    return group.some(
      (other) =>
        other.form.topic !== topic && (other.to > to || (other.to === to && other.form.use === 'certain')),
    )
  }
}
