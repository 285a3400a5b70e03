import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutInvisibles } from '../../scripts/content/space.ts'
import { type Tokens, tokenize } from '../../scripts/content/tokens.ts'
import { WordShapes } from '../../scripts/content/word-shapes.ts'

const APOSTROPHES = ["'", '’', 'ʼ', '‘', '`', '´']

const isInvisible = (character: string): boolean => withoutInvisibles(character) === ''
const beginsWord = (character: string): boolean =>
  /^[\p{L}\p{N}\p{M}]$/u.test(character) && !APOSTROPHES.includes(character) && !isInvisible(character)
/** What prints as nothing is part of the word that it stands in. */
const isInWord = (character: string): boolean => beginsWord(character) || isInvisible(character)

/** Words and marks told by patterns, character by character. */
function plainTokens(text: string): Tokens {
  const tokens: Tokens = { text, starts: [], ends: [], keys: [] }
  const characters = [...text]
  let at = 0
  for (let next = 0; next < characters.length; ) {
    const start = at
    let word = ''
    if (beginsWord(characters[next] as string))
      while (next < characters.length && isInWord(characters[next] as string)) word += characters[next++]
    const mark = word ? '' : (characters[next++] as string)
    at += (word || mark).length
    if (mark && (isInvisible(mark) || /\s/.test(mark))) continue
    const joins = isInWord(text[start - 1] ?? ' ') && isInWord(characters[next] ?? ' ')
    if (['-', '‐', '‑'].includes(mark) && joins) continue
    tokens.starts.push(start)
    tokens.ends.push(at)
    const key = withoutInvisibles(word).normalize('NFC').toLowerCase()
    tokens.keys.push(word ? key : APOSTROPHES.includes(mark) ? "'" : mark)
  }
  return tokens
}

const piece = fc.oneof(
  fc.constantFrom(
    'said',
    'U',
    'Kim',
    'jong',
    '-',
    '‑',
    ' ',
    '  ',
    '\n',
    '’',
    's',
    'é',
    'e\u0301',
    '\u00ad',
    '7',
  ),
  fc.constantFrom('北', '𝒜', '\ud835', '\udc9c', 'İ', 'ß', '\u200d', '.', '"'),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
)
const texts = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''))

test('a text is cut into words and marks as patterns tell them', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(tokenize(text)).toEqual(plainTokens(text))
    }),
  )
})

test('paragraphs have the words that they have where they are joined', () => {
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 4 }), (paragraphs) => {
      const { keys, starts } = tokenize(paragraphs.join('\n'))
      let at = 0
      const each = paragraphs.flatMap((text) => {
        const own = tokenize(text)
        const from = at
        at += text.length + 1
        return own.keys.map((key, token) => [key, from + (own.starts[token] ?? 0)])
      })
      expect(keys.map((key, token) => [key, starts[token]])).toEqual(each)
    }),
  )
})

test('no listed word is told apart by its shape', () => {
  fc.assert(
    fc.property(fc.array(texts), (words) => {
      const shapes = new WordShapes(words)
      for (const word of words) expect(shapes.mayHave(word)).toBe(true)
    }),
  )
})
