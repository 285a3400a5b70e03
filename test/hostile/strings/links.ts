import fc from 'fast-check'
import { CODE, joined, one } from './parts.ts'

const ADDRESS = joined(
  one('', '', ' ', '\u0001', '&#1;', '\t', '&Tab;', '/', '\\', '%09', '\u200b', 'x:', 'view-source:'),
  one(
    ...[
      'javascript:',
      'JaVaScRiPt:',
      'java\tscript:',
      'java\nscript:',
      'javascript&colon;',
      '&#106;avascript:',
    ],
    ...[
      'javascript\u0000:',
      'jav&#x09;ascript:',
      'vbscript:',
      'data:text/html,',
      'data:text/html;base64,',
      'file:',
    ],
    ...[
      '//salt.invalid/',
      '\\\\salt.invalid\\',
      'https:salt.invalid',
      'https://a@salt.invalid/',
      'blob:',
      'feed:',
    ],
    ...['https://salt.invalid/', 'http://salt.invalid:80/', 'mailto:', 'mailto:desk@salt.invalid', 'tel:'],
  ),
  fc.oneof(
    CODE,
    one('', '<script>window.__x=1</script>', '"onclick="window.__x=1', '//%0awindow.__x=1', 'a b', '`'),
  ),
)
/** Links of every kind to where none may lead, and to where they may. */
export const LINKS = fc
  .tuple(ADDRESS, one('a', '*a*', '![a](b)', '<b>', 'javascript:', ''), fc.nat(9))
  .map(
    ([address, text, form]) =>
      [
        `[${text}](${address})`,
        `[${text}](<${address}>)`,
        `[${text}](${address} "${text}")`,
        `![${text}](${address})`,
        `<${address}>`,
        `[${text}]: ${address}`,
        `[a]: <${address}> '${text}'`,
        `[![${text}](${address})](${address})`,
        address,
        `<a href="${address}">${text}</a>`,
      ][form] as string,
  )
