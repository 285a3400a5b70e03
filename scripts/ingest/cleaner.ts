import { createHash } from 'node:crypto'
import { packKey } from '../content/pack.ts'
import { type Draft, emptyDraft, withoutText } from './draft.ts'
import type { Kept } from './kept.ts'
import { clean, type Knowledge } from './pipeline.ts'
import { RepeatedLines } from './repeated-lines.ts'

/** Cleans source texts, unless an earlier run cleaned the same bytes with the same knowledge. */
export class Cleaner {
  readonly knowledge: Knowledge
  readonly work = { cleaned: 0, cleanedAgain: 0 }
  readonly #unknowing: Knowledge
  readonly #known: string
  readonly #kept: Kept['cleaned']

  /** `known` is the hash of the topics and publishers in `knowledge`. */
  constructor(knowledge: Knowledge, known: string, { cleaned }: Kept) {
    this.knowledge = knowledge
    this.#unknowing = { ...knowledge, repeated: new RepeatedLines() }
    this.#known = known
    this.#kept = cleaned
  }

  /** A text cleaned as if it were the first of its publisher. */
  firstLook = (file: string, bytes: Buffer): Draft => {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return this.#remember(file, bytes, sha256, '', () => {
      this.work.cleaned++
      return this.#unknowing
    })
  }

  /** The same text in the light of what its publisher's other texts print. */
  secondLook({ file, publisher = '', body, sha256 }: Draft, bytes: Buffer): Draft {
    const { repeated } = this.knowledge
    return this.#remember(file, bytes, sha256, `again ${repeated.answers(publisher, body)}`, () => {
      this.work.cleanedAgain++
      return this.knowledge
    })
  }

  #remember(file: string, bytes: Buffer, sha256: string, look: string, know: () => Knowledge): Draft {
    const draft = this.#kept.remember(packKey(this.#known, file, sha256, look), () =>
      withoutText(clean(emptyDraft(file, bytes, sha256), know())),
    )
    return { ...draft, bytes: new Uint8Array() }
  }
}
