import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WORD, wordUnits } from '../../../scripts/site/story/word-units.ts'

const piece = fc.oneof(
  fc.constantFrom(
    ..."a z A U.S. U.S.’s p.m. a.m Mr. Mrs Sept. St. 1st 3rds 22nd -5 –£7 1,000.5 $5 -$5 % don’t Doe’s o'clock ʼn’ é É. ñandú".split(
      ' ',
    ),
    ...['漢', 'カナ', '㋐', 'ー', '゙', 'e\u0301', '²', 'Ⅻ', '𝐀', '😀', '\ud800', '\udc00', '\u0000', '_'],
  ),
  fc.constantFrom(' ', '.', "'", '’', '-', '−', ',', ')'),
  fc.string({ unit: 'binary', maxLength: 3 }),
)
const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''))

test('the words of a text are what one pattern finds in it', () => {
  fc.assert(
    fc.property(text, (printed) => {
      const { units, tail } = wordUnits(printed)
      expect(units.map(({ before, text }) => before + text).join('') + tail).toBe(printed)
      const words = [...printed.matchAll(new RegExp(WORD.source, 'gu'))]
      let end = 0
      for (const { before, text } of units) {
        const start = end + before.length
        end = start + text.length
        // Several words may be one unit: "twenty-two".
        expect(words[0]?.index).toBe(start)
        let last = 0
        while ((words[0]?.index ?? end) < end) {
          const [word] = words.splice(0, 1) as [RegExpExecArray]
          last = word.index + word[0].length
        }
        expect(last).toBe(end)
      }
      expect(words).toEqual([])
    }),
  )
})
