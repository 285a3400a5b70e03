import { packKey } from '../content/pack.ts'
import type { Draft } from './draft.ts'
import { type Outline, outlineOf, type Passage, ReadPassage } from './passage.ts'
import { edgeKeysOf } from './repeated-lines.ts'

/** What every text is asked about. */
interface First
  extends Pick<Draft, 'file' | 'sha256' | 'title' | 'date' | 'dateFrom' | 'publisher' | 'agency'> {
  outline: Outline
  edges: string[]
  /** Hash of the second line. */
  second: string
}

/** All else. */
type Second = Omit<Draft, keyof First | 'bytes' | 'passage'>

/** A finished draft as two lines of JSON: what every text is asked about, and what hardly any is. */
export function linesOf(draft: Draft): string {
  const { bytes: _, file, sha256, title, date, dateFrom, publisher, agency, ...rest } = draft
  const second = JSON.stringify(rest satisfies Second)
  const first: First = {
    ...{ file, sha256, title, date, dateFrom, publisher, agency },
    outline: outlineOf(draft.body.map(({ text }) => text)),
    edges: edgeKeysOf(draft),
    second: packKey(second),
  }
  return `${JSON.stringify(first)}\n${second}`
}

/** Tells a draft from all that are not the same. */
export const hashOfDraft = (draft: Draft): string =>
  draft instanceof KeptDraft ? draft.hash : packKey(JSON.stringify(draft))

const LINE_END = 10
const NO_BYTES = new Uint8Array()

/** The second line that was read last, and whose it is. */
let recent: { of: KeptDraft; second: Second } | undefined

/**
 * A finished draft by its two lines, as they are kept somewhere: the second is read whenever it is asked for, which it
 * hardly ever is.
 */
export class KeptDraft implements Draft {
  readonly bytes = NO_BYTES
  readonly file: string
  readonly sha256: string
  readonly title?: string
  readonly date?: string
  readonly dateFrom?: Draft['dateFrom']
  readonly publisher?: string
  readonly agency?: string
  readonly edges: string[]
  readonly hash: string
  readonly #outline: Outline
  readonly #read: () => Buffer
  readonly #end: number

  constructor(read: () => Buffer) {
    const json = read()
    this.#read = read
    this.#end = json.indexOf(LINE_END)
    const first = json.toString('utf8', 0, this.#end)
    const { file, sha256, title, date, dateFrom, publisher, agency, edges, outline } = JSON.parse(
      first,
    ) as First
    this.file = file
    this.sha256 = sha256
    this.title = title
    this.date = date
    this.dateFrom = dateFrom
    this.publisher = publisher
    this.agency = agency
    this.edges = edges
    this.hash = packKey(first)
    this.#outline = outline
  }

  get passage(): Passage {
    return new ReadPassage(this.#outline, () => this.body.map(({ text }) => text))
  }

  get text(): Draft['text'] {
    return this.#second.text
  }

  get format(): Draft['format'] {
    return this.#second.format
  }

  get facts(): Draft['facts'] {
    return this.#second.facts
  }

  get lines(): Draft['lines'] {
    return this.#second.lines
  }

  get verdicts(): Draft['verdicts'] {
    return this.#second.verdicts
  }

  get body(): Draft['body'] {
    return this.#second.body
  }

  get authors(): Draft['authors'] {
    return this.#second.authors
  }

  get credit(): Draft['credit'] {
    return this.#second.credit
  }

  get dateline(): Draft['dateline'] {
    return this.#second.dateline
  }

  get url(): Draft['url'] {
    return this.#second.url
  }

  get lang(): Draft['lang'] {
    return this.#second.lang
  }

  get printed(): Draft['printed'] {
    return this.#second.printed
  }

  get topics(): Draft['topics'] {
    return this.#second.topics
  }

  get summary(): Draft['summary'] {
    return this.#second.summary
  }

  get removed(): Draft['removed'] {
    return this.#second.removed
  }

  get #second(): Second {
    if (recent?.of !== this)
      recent = {
        of: this,
        second: JSON.parse(this.#read().toString('utf8', this.#end + 1)) as Second,
      }
    return recent.second
  }
}
