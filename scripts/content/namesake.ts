import { isCapitalised } from './registry.ts'
import { followsHyphen, followsSpace, printedAt, type Tokens } from './tokens.ts'
import { contentWords } from './words.ts'

/** What stands before a surname, or after a name, in capitals and is no part of it. */
const NO_NAME = new Set(
  `near along beyond throughout toward towards
  mr mrs ms miss dr sir lord lady dame president chairman chairwoman chair leader marshal general gen lieutenant lt colonel
  col major maj captain capt admiral adm commander sergeant secretary minister premier chancellor ambassador envoy
  spokesman spokeswoman spokesperson senator sen representative rep congressman congresswoman governor gov mayor judge
  justice director chief commissioner representative comrade dictator candidate republican democrat king queen prince
  princess pope bishop professor prof team administration
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december jan feb mar apr jun jul aug sept sep oct nov dec
  today yesterday tomorrow meanwhile earlier later still even yet since despite although though unlike like asked says
  inside outside across according without within perhaps instead thus therefore however`.split(/\s+/),
)
/** Verbs of which "of" tells what somebody is charged with, or told. */
const TELLS_OF =
  /^(?:accus|suspect|warn|inform|notif|convict|remind|assur|acquit|clear)(?:e|es|ed|s|ing|y|ies|ied|ying)?$/
/** A line is printed as a headline where more than this share of its words of four letters and more have capitals. */
const MANY = 0.75
const LONG = 4

/** Whether a word is a title, a day, a month or the like: in capitals beside a name, and no part of it. */
export function isNoName(word: string): boolean {
  const key = word.toLowerCase()
  return NO_NAME.has(key) || (key.endsWith('s') && NO_NAME.has(key.slice(0, -1)))
}

/** Tells, for one text, whether a form stands inside a longer name that is somebody else's. */
export class Namesakes {
  readonly #tokens: Tokens
  #isHeadline: boolean | undefined

  constructor(tokens: Tokens) {
    this.#tokens = tokens
  }

  /**
   * Whether a further name follows a form: `Kim Kardashian`, `the North Sea`; or a word that a hyphen hangs on it:
   * `the South-facing`. Where most words have capitals nothing can be told.
   */
  goesOn(to: number): boolean {
    const next = to + 1
    const name = printedAt(this.#tokens, next)
    if (followsHyphen(this.#tokens, next)) return !isCapitalised(name)
    return (
      followsSpace(this.#tokens, next) && isCapitalised(printedAt(this.#tokens, to)) && this.#isName(next)
    )
  }

  /** Whether a first name that is not this person's precedes a surname: `Michael Kirby`. */
  hasFirstName(from: number): boolean {
    if (!followsSpace(this.#tokens, from) || !this.#isName(from - 1)) return false
    return contentWords(printedAt(this.#tokens, from - 1)).length > 0
  }

  /** Whether a form goes on as the name of something else: `the North of England`, but not `accused the North of`. */
  isNarrowed(from: number, to: number): boolean {
    const { keys } = this.#tokens
    return keys[from] === 'the' && keys[to + 1] === 'of' && !TELLS_OF.test(keys[from - 1] ?? '')
  }

  #isName(at: number): boolean {
    const word = printedAt(this.#tokens, at)
    return isCapitalised(word) && !isNoName(word) && !this.#printsManyCapitals()
  }

  #printsManyCapitals(): boolean {
    if (this.#isHeadline === undefined) {
      const { text, starts, keys } = this.#tokens
      let long = 0
      let capitals = 0
      for (let at = 0; at < keys.length; at++) {
        if ((keys[at] as string).length < LONG) continue
        long++
        if (isCapitalised(text[starts[at] as number] ?? '')) capitals++
      }
      this.#isHeadline = long > 2 && capitals > MANY * long
    }
    return this.#isHeadline
  }
}
