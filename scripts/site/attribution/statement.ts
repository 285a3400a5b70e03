/** Kinds of speaker, in the order in which a page lists them. */
export const SPEAKER_KINDS = [
  'named-official',
  'unnamed-official',
  'document',
  'state-media',
  'eyewitness',
  'organisation',
  'person',
  'unnamed-person',
] as const

export type SpeakerKind = (typeof SPEAKER_KINDS)[number]

/** Who speaks, as the text prints them. */
export interface Speaker {
  kind: SpeakerKind
  /** A person's fullest name in the text; anybody else word for word. */
  speaker: string
  /** Office or description as printed: "White House spokesman", "a resident of the town". */
  role?: string
}

/** What a text says that somebody said. */
export interface Statement extends Speaker {
  /** The attributing verb as printed, or "according to". */
  verb: string
  /** Words inside quotation marks, without the marks. */
  quotes: string[]
  /** The sentence, word for word; several where a quotation runs over them. */
  sentence: string
  /** Place of its paragraph, from 1. */
  paragraph: number
  /** Whether the speaker was carried over from an earlier statement: a pronoun, or a quotation that goes on. */
  carried?: true
}
