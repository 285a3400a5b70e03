import { printable } from '../../scripts/content/printable.ts'

/** White space as a browser collapses it when it shows a text. */
export const collapsed = (text: string): string => text.replace(/[\s\u0085\u200b]+/g, ' ').trim()

/** What a page must show of a text: all but what pages cannot print, white space collapsed. */
export const oneLine = (text: string): string => collapsed(printable(text))

/**
 * What ingest leaves of a text: characters composed, those without a shape and the sign for unreadable bytes dropped, and
 * what stands on one letter cut after the thirtieth mark.
 */
export const composed = (text: string): string =>
  collapsed(
    text
      .replace(/\p{Default_Ignorable_Code_Point}|\ufffd/gu, '')
      .replace(/(\p{M}{30})\p{M}+/gu, '$1')
      .normalize('NFC'),
  )
