import { availableParallelism } from 'node:os'
import type { Content } from '../content/load.ts'
import { packKey } from '../content/pack.ts'
import { compileRegistry } from '../content/registry.ts'
import { type Cleaned, cleanedAs } from './cleaned.ts'
import { CleaningThreads } from './cleaning-threads.ts'
import { type Draft, Refusal } from './draft.ts'
import type { Kept } from './kept.ts'
import { KeptDraft } from './kept-draft.ts'
import type { Knowledge } from './pipeline.ts'
import { RepeatedLines } from './repeated-lines.ts'

/** Texts that a run cleans before it begins threads for the rest: most runs have no more, and threads take a second to begin. */
const ALONE = 100
/** So many times as many have to be left for threads to be worth it. */
const MANY = 15

/** Where source texts are read. */
export interface Sources {
  /** The hash of a text's bytes, where it is known without reading them. */
  known(file: string): string | undefined
  read(file: string): { bytes: Buffer; sha256: string }
}

/** Cleans source texts, unless an earlier run cleaned the same bytes with the same knowledge. */
export class Cleaner {
  readonly knowledge: Knowledge
  readonly work = { cleaned: 0, cleanedAgain: 0 }
  /** Whether so many texts were cleaned that threads were worth it. */
  hadThreads = false
  readonly #content: Pick<Content, 'topics' | 'publishers'>
  readonly #known: string
  readonly #kept: Kept['cleaned']
  readonly #alone: number

  /** `alone` says how many texts are cleaned before threads are begun. */
  constructor(
    { topics, publishers }: Pick<Content, 'topics' | 'publishers'>,
    repeated: RepeatedLines,
    { cleaned }: Pick<Kept, 'cleaned'>,
    alone = ALONE,
  ) {
    this.knowledge = { registry: compileRegistry(topics), publishers, repeated }
    this.#content = { topics, publishers }
    this.#known = packKey(JSON.stringify(topics), JSON.stringify(publishers))
    this.#kept = cleaned
    this.#alone = alone
  }

  /**
   * Texts cleaned as if each were the first of its publisher, in the order of their files. What reading throws, and why a
   * text is refused, goes to `refuse` in the same order; `onText` is told how many were begun.
   */
  firstLooks(
    files: string[],
    sources: Sources,
    refuse: (file: string, error: unknown) => void,
    onText: (done: number) => void,
  ): Draft[] {
    const unknowing = { ...this.knowledge, repeated: new RepeatedLines() }
    const looks: (Draft | { error: unknown })[] = []
    const threads = new CleaningThreads(this.#content)
    try {
      for (const [at, file] of files.entries()) {
        onText(at)
        try {
          const before = this.#cleanedBefore(file, sources.known(file))
          if (before) {
            looks[at] = before
            continue
          }
          const text = { file, ...sources.read(file) }
          const key = packKey(this.#known, file, text.sha256)
          const settle = (cleaned: Cleaned) => {
            looks[at] = 'json' in cleaned ? this.#keep(key, cleaned.json) : { error: refusalOf(cleaned) }
          }
          const same = this.#cleanedBefore(file, text.sha256)
          if (same) {
            looks[at] = same
            continue
          }
          this.work.cleaned++
          const here = () => cleanedAs(text, unknowing)
          if (threads.areBegun || this.#wantsThreads(files.length - at))
            threads.ask(text, (cleaned) => settle(cleaned ?? here()))
          else settle(here())
        } catch (error) {
          looks[at] = { error }
        }
      }
      threads.finish()
      this.hadThreads = threads.areBegun
    } finally {
      threads.end()
    }
    return looks.flatMap((look, at) => {
      if (!('error' in look)) return [look]
      refuse(files[at] as string, look.error)
      return []
    })
  }

  /** The same text in the light of what its publisher's other texts print. */
  secondLook(draft: Draft, sources: Sources): Draft {
    const { file, sha256 } = draft
    const key = packKey(this.#known, file, sha256, `again ${this.knowledge.repeated.answers(draft)}`)
    const before = this.#draftAt(key)
    if (before) return before
    this.work.cleanedAgain++
    const text = { file, ...sources.read(file) }
    const cleaned = cleanedAs(text, this.knowledge)
    if (!('json' in cleaned)) throw refusalOf(cleaned)
    if (text.sha256 === sha256) return this.#keep(key, cleaned.json)
    // Somebody changed it since the first look; what was told of its publisher's lines was told of another text.
    const bytes = Buffer.from(cleaned.json)
    return new KeptDraft(() => bytes)
  }

  /** What an earlier run made of a text. */
  #cleanedBefore(file: string, sha256: string | undefined): Draft | undefined {
    if (sha256 === undefined) return undefined
    const key = packKey(this.#known, file, sha256)
    return this.#draftAt(key)
  }

  #wantsThreads(left: number): boolean {
    return availableParallelism() > 1 && this.work.cleaned > this.#alone && left >= MANY * this.#alone
  }

  #keep(key: string, json: string): Draft {
    const bytes = Buffer.from(json)
    this.#kept.put(key, bytes)
    return this.#draftAt(key) ?? new KeptDraft(() => bytes)
  }

  /** The draft that is kept, read where it lies, since of many texts it is much. */
  #draftAt(key: string): Draft | undefined {
    if (!this.#kept.get(key)) return undefined
    return new KeptDraft(() => {
      const bytes = this.#kept.get(key)
      if (!bytes) throw new Error('what was kept of a text in .cache was altered meanwhile; run ingest again')
      return bytes
    })
  }
}

const refusalOf = ({ field, value, fix }: Exclude<Cleaned, { json: string }>): Refusal =>
  new Refusal(field, value, fix)
