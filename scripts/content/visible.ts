/** Scripts whose spelling needs the zero-width joiners, and pictures that are made of several. */
const JOINED =
  '\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Nkoo}\\p{scx=Mong}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}\\p{scx=Orya}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Khmr}\\p{scx=Mymr}\\p{scx=Tibt}\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f'

/** A zero-width joiner or non-joiner where nothing is joined. */
export const STRAY_JOINER = new RegExp(`(?<![${JOINED}])[\\u200c\\u200d]`, 'gu')

/**
 * Characters that a reader does not see, or that turn the text around them: controls, bidirectional marks, zero-width
 * spaces, fillers, halves of surrogate pairs, private characters. Not those that letters and pictures need: joiners
 * between letters that join, and what makes a picture or a flag of a character.
 */
const UNSEEN = new RegExp(
  `(?=[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}])(?:${[
    '[^\\u200c\\u200d\\ufe0e\\ufe0f\\u{e0020}-\\u{e007f}]',
    STRAY_JOINER.source,
    '(?<!\\p{Emoji})[\\ufe0e\\ufe0f]',
    '(?<![\\u{1f3f4}\\u{e0020}-\\u{e007f}])[\\u{e0020}-\\u{e007f}]',
  ].join('|')})`,
  'gu',
)

/** Code units of which no such character is made, in one class: most texts have no other, and this is told in a tenth of the time. */
const SUSPECT =
  /[^\t\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u034e\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205f\u20a0-\u20bf\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]/

/** A text as it may be printed: what nobody would see, or what steers a terminal, as `\u{202e}`. */
export function visible(text: string): string {
  return text.replace(UNSEEN, escaped)
}

const escaped = (character: string): string =>
  character === '\n' ? '\\n' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`

/** The first such character of a text, and how many there are; line breaks and tabs are none here. */
export function unseenIn(text: string): { at: number; character: string; count: number } | undefined {
  if (!SUSPECT.test(text)) return undefined
  let first: { at: number; character: string } | undefined
  let count = 0
  for (const { 0: character, index } of text.matchAll(UNSEEN)) {
    if (character === '\n' || character === '\t') continue
    first ??= { at: index, character: escaped(character) }
    count++
  }
  return first && { ...first, count }
}
