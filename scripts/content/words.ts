const FUNCTION_WORDS = new Set(
  `a about after again against all also an and any are as at be because been before being between both but by can could did do does
  during each few for from further had has have he her here him his how i if in into is it its just may more most mr mrs ms
  my no nor not now of off on once one only or other our out over own s said say says she should so some such t than that the their
  them then there these they this those through to too under until up us very was we were what when where which while who whom
  why will with would you your`.split(/\s+/),
)

/** The words of a text in lower case, marks and apostrophes dropped: `Russia’s` gives `russia` and `s`. */
export function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

/** Whether a word in lower case is neither a function word nor a single letter. */
export function carriesMeaning(word: string): boolean {
  return word.length > 1 && !FUNCTION_WORDS.has(word)
}

/** The words of a text that carry its meaning: without function words and single letters. */
export function contentWords(text: string): string[] {
  return words(text).filter(carriesMeaning)
}
