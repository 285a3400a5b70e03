import { plainBlocks } from '../content/markdown.ts'
import { packKey } from '../content/pack.ts'

/** What is known of the paragraphs of a text without reading them. */
export interface Outline {
  /** Hash of the whole. */
  hash: string
  /** How many paragraphs there are, and how many characters in all of them. */
  count: number
  size: number
}

/** The paragraphs of a text, which may be read only when they are asked for. */
export interface Passage extends Outline {
  readonly paragraphs: string[]
}

/** The same of paragraphs that are read whenever they are asked for: of many texts, those of few are. */
export class ReadPassage implements Passage {
  readonly hash: string
  readonly count: number
  readonly size: number
  readonly #read: () => string[]

  constructor({ hash, count, size }: Outline, read: () => string[]) {
    this.hash = hash
    this.count = count
    this.size = size
    this.#read = read
  }

  get paragraphs(): string[] {
    return this.#read()
  }
}

/** The blocks of a body as such a passage. */
export function passageOfBody(entry: { body: string }): Passage {
  const read = () => plainBlocks(entry.body)
  return new ReadPassage(outlineOf(read()), read)
}

/** Paragraphs at hand, or those that are to be read. */
export type Paragraphs = string[] | Passage

/** The paragraphs as one text. */
export const wholeOf = ({ paragraphs }: Passage): string => paragraphs.join('\n')

/** How long that is. */
export const lengthOf = ({ count, size }: Passage): number => size + Math.max(0, count - 1)

/** What is known of paragraphs when they are not at hand any more. */
export const outlineOf = (paragraphs: string[]): Outline => ({
  hash: packKey(paragraphs.join('\n')),
  ...measured(paragraphs),
})

/** Paragraphs as a passage, whose hash is worked out when it is asked for. */
export function passageOf(paragraphs: Paragraphs): Passage {
  if (!Array.isArray(paragraphs)) return paragraphs
  let hash: string | undefined
  return {
    paragraphs,
    ...measured(paragraphs),
    get hash() {
      hash ??= packKey(paragraphs.join('\n'))
      return hash
    },
  }
}

const measured = (paragraphs: string[]): Omit<Outline, 'hash'> => ({
  count: paragraphs.length,
  size: paragraphs.reduce((sum, { length }) => sum + length, 0),
})
