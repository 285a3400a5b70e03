import fc from 'fast-check'
import { CODE, joined, one } from './parts.ts'

/** What ends the place where a text may stand: an attribute, a comment, an element whose text is not markup. */
const BREAKS = one(
  ...[
    '',
    '',
    '',
    '"',
    "'",
    '`',
    '">',
    "'>",
    '`>',
    '"/>',
    "'/>",
    '>',
    '-->',
    '--!>',
    ']]>',
    '*/',
    ';',
    '\\">',
  ],
  ...[
    'title',
    'textarea',
    'script',
    'style',
    'noscript',
    'template',
    'xmp',
    'iframe',
    'select',
    'svg',
    'p',
  ].map((name) => `</${name}>`),
)

const BETWEEN = one(' ', ' ', '/', '\t', '\n', '\f', '\r\n', ' / ', '//', '\u00a0', '\u000b')
const QUOTED = (code: fc.Arbitrary<string>) =>
  fc.tuple(one('"', "'", '', '`'), code).map(([mark, text]) => mark + text + mark)

const ELEMENT = fc.oneof(
  joined(
    one('<script>', '<SCRIPT>', '<script\t>', '<script/x>', '<svg><script>', '<script type=module>'),
    CODE,
    one('</script>', '</script', '<!--', ''),
  ),
  joined(
    one(
      ...[
        '<img',
        '<svg',
        '<body',
        '<video',
        '<audio',
        '<details open',
        '<input autofocus',
        '<iframe',
        '<object',
      ],
      ...[
        '<marquee',
        '<select autofocus',
        '<math',
        '<style',
        '<link rel=stylesheet',
        '<a',
        '<button',
        '<x',
        '<IMG',
      ],
      ...[
        '<svg><animate',
        '<svg><set',
        '<form',
        '<embed',
        '<video><source',
        '<isindex',
        '<keygen',
        '</p',
        '<bgsound',
      ],
    ),
    BETWEEN,
    one('', 'src=x ', 'href=x ', 'src=//salt.invalid/x ', 'style=animation-name:x ', 'tabindex=1 ', 'id=x '),
    one(
      ...['onerror=', 'onload=', 'onfocus=', 'ontoggle=', 'onmouseover=', 'onclick=', 'onbegin=', 'onstart='],
      ...[
        'ONERROR=',
        'onpageshow=',
        'onanimationstart=',
        'onpointerenter=',
        'formaction=javascript:',
        'srcdoc=',
      ],
      ...[
        'xlink:href=javascript:',
        'href=javascript:',
        'src=javascript:',
        'data=javascript:',
        'onerror\n=\n',
      ],
    ),
    QUOTED(CODE),
    one('>', '/>', ' ', '>x', '//', '<'),
  ),
)

/** Ways to write the same characters so that a careless filter passes them over. */
const REWRITE: fc.Arbitrary<(text: string) => string> = one(
  (text: string) => text,
  (text: string) => text,
  (text: string) => text,
  (text: string) => text.replace(/[<>"'&]/g, (char) => `&#${char.charCodeAt(0)};`),
  (text: string) => text.replace(/[<>"'&]/g, (char) => `&#x${char.charCodeAt(0).toString(16)}`),
  (text: string) => text.replace(/</g, '&lt;').replace(/>/g, '&gt;'),
  (text: string) => text.replace(/[<>"' ]/g, (char) => `%${char.charCodeAt(0).toString(16)}`),
  (text: string) => text.replace(/[<>]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`),
  (text: string) => text.replace(/[<>]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
  (text: string) => text.replace(/[a-z]/g, (char, at) => (at % 2 ? char.toUpperCase() : char)),
  (text: string) => text.replace(/[<s]/g, '$&\u0000'),
  (text: string) => text.replace(/[<i]/g, '$&\u200b'),
  (text: string) => text.replace(/[<r]/g, '$&\u00ad'),
  (text: string) => text.replace(/</g, '<\u0001'),
  (text: string) => text.replace(/</g, '<<'),
  (text: string) => `${text}${text}`,
  (text: string) => [...text].join('\u0301'),
  (text: string) => `\u202e${text}\u202c`,
)

/** Elements and handlers that would run code, written in many ways, behind what ends the place of a text. */
export const SCRIPTS = fc
  .tuple(BREAKS, ELEMENT, REWRITE, one('', '', '', '<!--', ' x', '"', "'"))
  .map(([before, element, rewrite, after]) => rewrite(before + element + after))
