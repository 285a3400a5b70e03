import { words } from '../content/words.ts'
import type { Draft } from './draft.ts'

/** Words that almost every sentence of a language has and few sentences of its neighbours. */
const MARKS: Record<string, string[]> = {
  en: ['the', 'of', 'and', 'to', 'in', 'that', 'is', 'was', 'for', 'with', 'on', 'by', 'said'],
  de: ['der', 'die', 'und', 'das', 'den', 'von', 'mit', 'ist', 'nicht', 'ein', 'eine', 'auf', 'dem'],
  fr: ['le', 'la', 'les', 'et', 'des', 'du', 'une', 'est', 'dans', 'qui', 'pour', 'au', 'par'],
  es: ['el', 'los', 'las', 'que', 'y', 'una', 'por', 'con', 'del', 'es', 'para', 'su', 'se'],
  it: ['il', 'che', 'di', 'gli', 'una', 'per', 'con', 'del', 'della', 'sono', 'non', 'nel', 'alla'],
  pt: ['os', 'que', 'uma', 'não', 'para', 'com', 'dos', 'da', 'do', 'em', 'ao', 'pela', 'são'],
  nl: ['het', 'een', 'van', 'de', 'en', 'dat', 'niet', 'zijn', 'voor', 'met', 'op', 'aan', 'ook'],
  ru: ['и', 'в', 'не', 'на', 'что', 'с', 'по', 'как', 'это', 'из', 'для', 'его', 'от'],
  uk: ['і', 'в', 'не', 'на', 'що', 'з', 'та', 'як', 'це', 'із', 'для', 'його', 'від'],
}
const LEAST = 0.08
/** Tags that say no language: undetermined, several, none. */
const NO_LANGUAGE = /^(?:und|mul|mis|zxx)$/i
const LANGUAGES = Object.keys(MARKS)
/** The languages, as their numbers, that a word marks. */
const MARKED = new Map<string, number[]>()
for (const [number, lang] of LANGUAGES.entries())
  for (const word of MARKS[lang] ?? []) MARKED.set(word, [...(MARKED.get(word) ?? []), number])

/** Letters that every text of a language has, where one of the same script and like words has none. */
const OWN_LETTERS: Record<string, RegExp> = { ru: /[ыэ]/i, uk: /[їє]/i }
const BELARUSIAN = /ў/i

/** All of Hebrew, Arabic, Hangul, Hiragana and Han is among these. */
const OF_THE_EAST = /[\u0590-\u07ff\u1100-\u11ff\u302e-\uffff]/
const LEAST_LETTERS = 20
/** So much of a text's letters are of its script; so few may be another language's, in names. */
const MOST_OF_IT = 0.5
const HARDLY_ANY = 0.005
/** Japanese has far more Hiragana, Chinese none but in names; so much of Persian are the letters that it writes in its own way. */
const MANY = 0.05

/** Language of the body by its function words and script; what the page declares serves where the body says nothing. */
export function language({ body, facts }: Draft): Partial<Draft> {
  const text = body
    .map((block) => block.text)
    .join(' ')
    .slice(0, 20_000)
  const byScript = OF_THE_EAST.test(text) ? languageOfScript(text) : undefined
  const all = words(text)
  const counts = LANGUAGES.map(() => 0)
  for (const word of all)
    for (const number of MARKED.get(word) ?? []) counts[number] = (counts[number] ?? 0) + 1
  const scores = LANGUAGES.map((lang, number) => ({ lang, share: (counts[number] ?? 0) / (all.length || 1) }))
  const best = scores.sort((a, b) => b.share - a.share)[0]
  const byWords = best && best.share >= LEAST && hasOwnLetters(best.lang, text) ? best.lang : undefined
  const told = byScript ?? byWords
  const declared = readTag(facts.lang ?? '')
  const lang = declared && (!told || declared.split('-')[0] === told) ? declared : told
  return lang ? { lang } : {}
}

/** Language, script and region of a tag, in the case in which they are written (BCP 47), however a page writes them. */
function readTag(tag: string): string | undefined {
  const { language, script, region } =
    /^\s*(?<language>[a-z]{2,3})(?:[-_](?<script>[a-z]{4}))?(?:[-_](?<region>[a-z]{2}|\d{3}))?(?:[-_][\w-]*)?\s*$/i.exec(
      tag,
    )?.groups ?? {}
  if (!language || NO_LANGUAGE.test(language)) return undefined
  const title = script && `${script.charAt(0).toUpperCase()}${script.slice(1).toLowerCase()}`
  return [language.toLowerCase(), title, region?.toUpperCase()].filter(Boolean).join('-')
}

const hasOwnLetters = (lang: string, text: string): boolean =>
  !OWN_LETTERS[lang] || (OWN_LETTERS[lang].test(text) && !BELARUSIAN.test(text))

/** The language of a script that only one writes, or that has letters of its own for each. */
function languageOfScript(text: string): string | undefined {
  if (/\p{Script=Hangul}{20}|(?:\p{Script=Hangul}[^\p{L}]*){40}/u.test(text)) return 'ko'
  const letters = count(text, /\p{L}/gu)
  const isMost = (script: RegExp) => {
    const found = count(text, script)
    return found >= LEAST_LETTERS && found >= MOST_OF_IT * letters
  }
  if (isMost(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu))
    return count(text, /\p{Script=Hiragana}/gu) >= MANY * letters ? 'ja' : 'zh'
  // Yiddish has ligatures of its own.
  if (isMost(/\p{Script=Hebrew}/gu)) return /[\u05f0-\u05f2]/.test(text) ? undefined : 'he'
  return isMost(/\p{Script=Arabic}/gu) ? languageOfArabicScript(text, letters) : undefined
}

/** Arabic has a letter that the others hardly use, and none of theirs; Persian and Urdu theirs, and none of further languages. */
function languageOfArabicScript(text: string, letters: number): string | undefined {
  const share = (own: RegExp) => count(text, own) / letters
  const beyond = share(/(?![\u0621-\u064aپچژگکی])\p{Script=Arabic}(?<=\p{L})/gu)
  if (/ة/.test(text) && beyond + share(/[پچژگکی]/g) <= HARDLY_ANY) return 'ar'
  if (/[پچژگ]/.test(text) && share(/[کی]/g) > MANY && beyond <= HARDLY_ANY) return 'fa'
  const isUrdu = /(?<!\p{L})(?:اور|ہے|میں)(?!\p{L})/u.test(text) && /[ٹڈڑے]/.test(text)
  return isUrdu && share(/(?![\u0621-\u064aپچژگکیٹڈڑںےہھۂۓئؤۃ])\p{Script=Arabic}(?<=\p{L})/gu) <= HARDLY_ANY
    ? 'ur'
    : undefined
}

function count(text: string, pattern: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(pattern)) found++
  return found
}
