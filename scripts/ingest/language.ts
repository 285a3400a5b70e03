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

/** All of Hangul and Hiragana is among these. */
const OF_THE_EAST = /[\u1100-\u11ff\u302e-\uffff]/

/** Language of the body by its function words and script; what the page declares serves where the body says nothing. */
export function language({ body, facts }: Draft): Partial<Draft> {
  const text = body
    .map((block) => block.text)
    .join(' ')
    .slice(0, 20_000)
  const byScript = !OF_THE_EAST.test(text)
    ? undefined
    : /\p{Script=Hangul}{20}|(?:\p{Script=Hangul}[^\p{L}]*){40}/u.test(text)
      ? 'ko'
      : /\p{Script=Hiragana}/u.test(text)
        ? 'ja'
        : undefined
  const all = words(text)
  const counts = LANGUAGES.map(() => 0)
  for (const word of all)
    for (const number of MARKED.get(word) ?? []) counts[number] = (counts[number] ?? 0) + 1
  const scores = LANGUAGES.map((lang, number) => ({ lang, share: (counts[number] ?? 0) / (all.length || 1) }))
  const best = scores.sort((a, b) => b.share - a.share)[0]
  const told = byScript ?? (best && best.share >= LEAST ? best.lang : undefined)
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
