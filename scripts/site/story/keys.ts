import { carriesMeaning, words } from '../../content/words.ts'
import { spellingKey } from './spelling.ts'

/** The words of a sentence made ready for comparing, whatever their spelling. */
export interface Keys {
  /** In the order of the sentence. */
  all: string[]
  /** Those that are no function words, each once. */
  meaning: Set<string>
}

export function keysOf(sentence: string): Keys {
  const all: string[] = []
  const meaning = new Set<string>()
  for (const word of words(sentence)) {
    const key = spellingKey(word)
    all.push(key)
    if (carriesMeaning(word)) meaning.add(key)
  }
  return { all, meaning }
}
