import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashText } from '../../scripts/content/hash.ts'
import { sharedShingles } from '../../scripts/content/shingles.ts'
import { contentHashes, contentWords, wordHashes, words } from '../../scripts/content/words.ts'

const some = fc
  .uniqueArray(fc.nat(30), { minLength: 1 })
  .map((all) => Uint32Array.from(all).sort() as Uint32Array)

test('shared shingles are counted exactly from the least that is asked for on, and fewer are told as fewer', () => {
  fc.assert(
    fc.property(some, some, fc.nat(15), (a, b, least) => {
      const exact = a.filter((one) => b.includes(one)).length
      expect(sharedShingles(a, b)).toBe(exact)
      const counted = sharedShingles(a, b, least)
      if (exact >= least) expect(counted).toBe(exact)
      else expect(counted).toBeLessThan(least)
    }),
  )
})

test('words are hashed where they stand as they are when cut out', () => {
  const pieces = fc.oneof(
    fc.constantFrom(
      'the',
      'The',
      'SAID',
      'a',
      'x',
      'ß',
      'İ',
      '’s',
      '-',
      ' ',
      '\n',
      'е',
      '北',
      'é',
      '\ud835',
      '𝒜b',
    ),
    fc.string({ unit: 'grapheme' }),
  )
  const texts = fc.array(pieces, { maxLength: 20 }).map((all) => all.join(''))
  fc.assert(
    fc.property(texts, fc.nat(6), (text, most) => {
      expect([...wordHashes(text)]).toEqual(words(text).map((word) => hashText(word)))
      expect([...contentHashes(text, most)]).toEqual(
        contentWords(text)
          .slice(0, most)
          .map((word) => hashText(word)),
      )
    }),
  )
})
