import { type Random, zipf } from './random.ts'

/** Words of a corpus: a few hundred that are English, and thousands of our own behind them, by falling frequency. */
export interface Language {
  noun(random: Random): string
  adjective(random: Random): string
  past(random: Random): string
  /** A name of one word that was not given before. */
  name(random: Random): string
  /** A noun that was not given before, such as only one event's texts have. */
  rareNoun(random: Random): string
}

const NOUNS =
  `government ministry talks report border harbour shipment company agreement deadline official army budget vote
  court region factory exports price bank minister council envoy port road railway cargo permit inquiry treaty licence fuel grain
  steel timber vessel crew convoy hearing statement demand supply market worker union strike school hospital village bridge river
  island ceasefire patrol delegation summit visit election parliament party campaign reform tax loan debt investor account transfer
  network server attack theft warning test launch missile satellite drone reactor inspection violation penalty ban quota tariff
  dispute claim evidence witness trial verdict sentence appeal prison refugee camp aid fund programme project plan proposal draft
  clause article measure step decision order list name address document letter image video interview question answer figure share`.split(
    /\s+/,
  )
const ADJECTIVES =
  `new senior northern southern eastern western former foreign military economic local regional national public private large
  small long short early late recent joint final further possible likely serious heavy light open secret official temporary annual
  monthly strategic civilian armed frozen sunken stranded costly disputed unpaid illegal lawful quiet sudden steady`.split(
    /\s+/,
  )
const PAST =
  `announced approved rejected signed delayed opened closed moved seized released inspected reported warned denied confirmed
  ordered banned lifted extended cancelled promised refused accused joined crossed blocked searched bought sold shipped tested launched
  repaired flooded cleared raised lowered doubled halved published withdrew offered demanded questioned`.split(
    /\s+/,
  )

const ONSETS = 'b br c ch cl d dr f fl g gr h j k kr l m n p pr qu r s sh sk st t th tr v w z'.split(' ')
const VOWELS = 'a e i o u ai ea ou'.split(' ')
const CODAS = ['', '', '', '', 'l', 'm', 'n', 'nd', 'r', 's', 'ck']

/** Gives words that no real text has; each once. */
class WordMint {
  readonly #given: Set<string>

  constructor(taken: readonly string[]) {
    this.#given = new Set(taken)
  }

  word(random: Random, syllables = 2): string {
    for (;;) {
      let word = ''
      for (let at = 0; at < syllables; at++)
        word += random.pick(ONSETS) + random.pick(VOWELS) + random.pick(CODAS)
      if (this.#given.has(word)) continue
      this.#given.add(word)
      return word
    }
  }
}

/** A language of invented words, which are dealt out as those of a real one are (Zipf's law). */
export function language(random: Random): Language {
  const mint = new WordMint([...NOUNS, ...ADJECTIVES, ...PAST])
  const longer = (words: string[], count: number, ending: string) => [
    ...words,
    ...Array.from({ length: count }, () => mint.word(random) + ending),
  ]
  return {
    noun: zipf(longer(NOUNS, 4000, '')),
    adjective: zipf(longer(ADJECTIVES, 1200, 'al'), 1.1),
    past: zipf(longer(PAST, 600, 'ed'), 1.1),
    name: (source) => capitalised(mint.word(source)),
    rareNoun: (source) => mint.word(source),
  }
}

/** A word with a capital. */
export const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
