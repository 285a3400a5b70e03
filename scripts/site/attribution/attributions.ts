import { beginningOf, isAsserted } from './assertion.ts'
import { openingOf, phraseOf } from './governed-phrase.ts'
import { People } from './people.ts'
import type { Phrase } from './phrase.ts'
import { quotations } from './quotation.ts'
import { isOnlyQuotation, type QuotedSentence, quotedSentences } from './quoted-sentence.ts'
import { isPronoun, readSpeaker } from './speaker.ts'
import type { Speaker, Statement } from './statement.ts'
import { namesOther } from './surname.ts'
import { hasVerb, type VerbAt } from './verbs.ts'

/** No sentence of a newspaper is longer, in characters; what is was not written as one. */
const LONGEST_SENTENCE = 2000
/** Nor does one have more verbs of saying. */
const MOST_VERBS = 16
/** A pronoun stands for a speaker of this paragraph or one of the two before. */
const PRONOUN_REACH = 2
/** More than two words; fewer between marks quote nobody unless the verb governs them. */
const MORE_WORDS = /\s\S+\s/

/** Between a quotation and its speaker, in characters; and words that begin or make another clause. */
const LONGEST_GAP = 40
const CLAUSE = /[.;“]|\b(?:and|or|but|while|that|which|who|is|are|was|were|has|had|have|read|reads)\b/

interface Claim {
  speaker: Speaker
  verb: VerbAt
  phrase: Phrase
  carried: boolean
}

/** A verb of a sentence and the claim that its words belong to; none where nobody who can be told says them. */
interface Governor {
  verb: VerbAt
  phrase?: Phrase
  claim: number
}

/**
 * What a text says that somebody said, in order: by rule from attributing verbs and the phrases they govern, as in
 * quotation attribution without training (Pareti et al. 2013, "Automatically detecting and attributing indirect
 * quotations", describes the forms). `paragraphs` are plain text; a passage without a speaker who can be told gives
 * nothing. Linear in the length of the text.
 */
export function attributions(paragraphs: string[]): Statement[] {
  const reader = new Reader(paragraphs)
  paragraphs.forEach((text, at) => {
    reader.read(text, at + 1)
  })
  return reader.statements
}

class Reader {
  readonly statements: Statement[] = []
  readonly #people: People
  #person: { speaker: Speaker; paragraph: number } | undefined
  /** The text since the last person spoke, quotations covered. */
  #since = ''
  #body: { speaker: Speaker; paragraph: number } | undefined
  #group: { speaker: Speaker; paragraph: number } | undefined

  constructor(paragraphs: string[]) {
    this.#people = new People(paragraphs)
  }

  read(text: string, paragraph: number): void {
    let last = this.statements.at(-1)
    if (last && last.paragraph < paragraph - 1) last = undefined
    const all = quotations(text)
    if (all.length === 0 && !hasVerb(text)) {
      this.#wait(text)
      return
    }
    let from = 0
    for (const sentence of quotedSentences(text, all)) {
      const found = sentence.text.length > LONGEST_SENTENCE ? [] : this.#readSentence(sentence, paragraph)
      if (found.length > 0) {
        this.statements.push(...found)
        last = quotedLast(sentence, found)
        from = sentence.start
      } else if (last && isOnlyQuotation(sentence)) {
        last = this.#goOn(last, sentence, paragraph, text.slice(from, sentence.end))
      } else last = undefined
      if (found.some((one) => !isBody(one) && !isGroup(one))) this.#since = ''
      else this.#wait(sentence.covered)
    }
  }

  /** Whoever is named after a speaker may be the next "he". */
  #wait(covered: string): void {
    if (!this.#person) return
    this.#since += `\n${covered}`
    if (this.#since.length > LONGEST_SENTENCE) this.#person = undefined
  }

  /** A quotation that goes on: longer in its own paragraph, a statement carried over in the next. */
  #goOn(last: Statement, sentence: QuotedSentence, paragraph: number, whole: string): Statement {
    const quotes = sentence.quotations.map(({ text }) => text)
    if (last.paragraph === paragraph && whole.length <= LONGEST_SENTENCE) {
      last.quotes.push(...quotes)
      last.sentence = whole
      return last
    }
    const next = statementOf(last, last.verb, quotes, sentence.text, paragraph, true)
    this.statements.push(next)
    return next
  }

  #readSentence(sentence: QuotedSentence, paragraph: number): Statement[] {
    const claims: Claim[] = []
    const governors: Governor[] = []
    const { verbs } = sentence
    if (verbs.length > MOST_VERBS) return []
    for (const verb of verbs) {
      const claim = this.#claim(sentence.covered, verb, paragraph, claims)
      if (!claim) {
        governors.push({ verb, claim: -1 })
        continue
      }
      this.#remember(claim.speaker, paragraph)
      const same = claims.findIndex(({ speaker }) => speaker.speaker === claim.speaker.speaker)
      governors.push({ verb, phrase: claim.phrase, claim: same < 0 ? claims.length : same })
      if (same < 0) claims.push(claim)
    }
    if (claims.length === 0) return []
    const quotes = shareQuotations(sentence, claims.length, governors)
    return claims.map(({ speaker, verb, carried }, at) =>
      statementOf(speaker, verb.verb.toLowerCase(), quotes[at] ?? [], sentence.text, paragraph, carried),
    )
  }

  #claim(covered: string, verb: VerbAt, paragraph: number, earlier: Claim[]): Claim | undefined {
    const phrase = phraseOf(covered, verb, earlier.length > 0)
    if (!phrase || !isAsserted(covered, verb, phrase)) return undefined
    if (isPronoun(phrase.head)) {
      const pronoun = phrase.head.toLowerCase()
      const inside =
        verb.start > phrase.head.length + 1 && !/^\s*(?:[.,]|$)/.test(covered.slice(verb.end, verb.end + 3))
      // "images that it said showed" speaks of the sentence's own subject, which need not be the last speaker.
      const speaker = inside
        ? (ownSubject(covered, pronoun, this.#people, earlier) ??
          (pronoun === 'it' ? undefined : this.#standsFor(pronoun, paragraph)))
        : this.#standsFor(pronoun, paragraph)
      return speaker && { speaker, verb, phrase, carried: true }
    }
    const speaker = readSpeaker(phrase, this.#people)
    return speaker && { speaker, verb, phrase, carried: false }
  }

  #standsFor(pronoun: string, paragraph: number): Speaker | undefined {
    const last = pronoun === 'it' ? this.#body : pronoun === 'they' ? this.#group : this.#person
    if (!last || paragraph - last.paragraph > PRONOUN_REACH) return undefined
    if (last !== this.#person) return last.speaker
    const { speaker } = last.speaker
    if (this.#people.isCalled(speaker, pronoun) && !namesOther(this.#since, speaker)) return last.speaker
    this.#person = undefined
    return undefined
  }

  #remember(speaker: Speaker, paragraph: number): void {
    const entry = { speaker, paragraph }
    if (isBody(speaker)) this.#body = entry
    else if (isGroup(speaker)) this.#group = entry
    else {
      this.#person = entry
      this.#since = ''
    }
  }
}

/** Written out field by field: this is done for every statement, and spreading objects takes longer than the rest of it. */
function statementOf(
  { kind, speaker, role }: Speaker,
  verb: string,
  quotes: string[],
  sentence: string,
  paragraph: number,
  carried: boolean,
): Statement {
  const statement: Statement = role
    ? { kind, speaker, role, verb, quotes, sentence, paragraph }
    : { kind, speaker, verb, quotes, sentence, paragraph }
  if (carried) statement.carried = true
  return statement
}

/** Whose words may go on behind a sentence: whoever its last quotation is from, or the only speaker. */
function quotedLast({ quotations }: QuotedSentence, found: Statement[]): Statement | undefined {
  const text = quotations.at(-1)?.text.replace(/,$/, '')
  return (
    found.find(({ quotes }) => text && quotes.at(-1) === text) ?? (found.length === 1 ? found[0] : undefined)
  )
}

const isBody = ({ kind }: Speaker): boolean =>
  kind === 'organisation' || kind === 'document' || kind === 'state-media'

/** Several people without names, "they" of a later sentence. */
const isGroup = ({ kind, speaker }: Speaker): boolean =>
  (kind.startsWith('unnamed') || kind === 'eyewitness') &&
  /s(?:\s(?:of|from|in|who|with|for|briefed)\s|$)/.test(speaker)

/** The speaker that a pronoun inside a sentence means: one who spoke in it, or a person that it opens with. */
function ownSubject(covered: string, pronoun: string, people: People, earlier: Claim[]): Speaker | undefined {
  const spoke = earlier.findLast(({ speaker }) => isBody(speaker) === (pronoun === 'it'))?.speaker
  const first = spoke || pronoun === 'they' ? undefined : openingOf(covered)
  const subject = first && !isPronoun(first.head) ? readSpeaker(first, people) : undefined
  return spoke ?? (subject && isBody(subject) === (pronoun === 'it') ? subject : undefined)
}

/**
 * Every quotation of a sentence to the claim whose verb stands nearest before it, or behind it where the speaker
 * follows at once. A nearer verb without a speaker who can be told keeps it from the others.
 */
function shareQuotations(
  { covered, quotations }: QuotedSentence,
  claims: number,
  governors: Governor[],
): string[][] {
  const shares: string[][] = []
  for (let claim = 0; claim < claims; claim++) shares.push([])
  for (const { start, end, text } of quotations) {
    const governs = ({ verb, claim }: Governor) =>
      claim >= 0 || verb.shape !== 'weak' || start - verb.end <= 3
    const before = governors.findLast((one) => one.verb.start < start && governs(one))
    const behind = governors.find(({ verb }) => verb.start >= end)
    const leads =
      behind &&
      follows(covered, end, behind) &&
      (!before || (start - before.verb.end > 3 && /,”$/.test(covered.slice(end - 2, end))))
    const owner = leads ? behind : before
    if (!owner || owner.claim < 0) continue
    const { verb } = owner
    const near = leads ? start - verb.start : start - verb.end
    const scare = !MORE_WORDS.test(text) && (leads ? !/[.,!?…]$/.test(text) : near > 20)
    if (!scare) shares[owner.claim]?.push(text.replace(/,$/, ''))
  }
  return shares
}

/** Whether nothing but an adverb or two stands between a quotation and the speaker or verb behind it. */
function follows(covered: string, end: number, { verb, phrase }: Governor): boolean {
  const at = phrase ? beginningOf(covered, verb, phrase.head, phrase.aside ?? '') : verb.start
  const gap = covered.slice(end, Math.min(verb.start, at < end ? verb.start : at))
  return gap.length <= LONGEST_GAP && !CLAUSE.test(gap)
}
