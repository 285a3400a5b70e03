/** A text made to cost more time than its size deserves, or to be read as what it is not. */
export interface HostileText {
  name: string
  extension: 'txt' | 'html'
  /** The text, about so many characters long. */
  bytes: (size: number) => Buffer
}

/** What repeats: a string, or what stands at the n-th place. */
type Piece = string | ((at: number) => string)

/** A piece over and over, until the text is `size` characters long. */
function fill(piece: Piece, size: number): string {
  if (typeof piece === 'string') return piece.repeat(Math.ceil(size / piece.length)).slice(0, size)
  const parts: string[] = []
  for (let at = 0, length = 0; length < size; at++) {
    const part = piece(at)
    parts.push(part)
    length += part.length
  }
  return parts.join('').slice(0, size)
}

const LONGEST_LINE = 50_000

/** The same with a paragraph's end here and there, since a longer line is refused at once. */
function broken(text: string): string {
  if (text.includes('\n')) return text
  const parts: string[] = []
  for (let at = 0; at < text.length; at += LONGEST_LINE) parts.push(text.slice(at, at + LONGEST_LINE))
  return parts.join('\n\n')
}

/** A word that no other number gives, in lower case. */
function word(at: number): string {
  let letters = ''
  for (let rest = at + 7; rest > 0; rest = Math.floor(rest / 20)) letters += 'bdfgklmnprstvzaeiouy'[rest % 20]
  return letters
}

const name = (at: number): string => word(at).replace(/^./, (first) => first.toUpperCase())

/** Parts that stand between the paragraphs of an ordinary report, in a plain text. */
const IN_TEXT: Record<string, Piece> = {
  'a million lines': 'x\n',
  'line breaks': '\n',
  'a long line': 'word ',
  'a long line without a space': 'x',
  spaces: ' ',
  'spaces, then a letter': `${' '.repeat(50_000)}x`,
  'tabs, then a letter': `${'\t'.repeat(50_000)}x`,
  'no-break spaces, then a letter': `${'\u00a0'.repeat(50_000)}x`,
  'wide spaces, then a letter': `${'\u3000'.repeat(50_000)}x`,
  'zero-width spaces': `${'\u200b'.repeat(50_000)}x`,
  'lines of digits': `${'0123456789'.repeat(900)}\n\n`,
  'figures with points': `${'1,000.000,'.repeat(900)}\n\n`,
  dates: `${'March 3, 2024 '.repeat(600)}\n\n`,
  'a date a line': '3 March 2024\n',
  'By By By': `${'By '.repeat(3000)}\n\n`,
  'a byline a line': (at) => `By ${name(at)} ${name(at + 1)}\n`,
  datelines: `${'WASHINGTON (AP) — '.repeat(500)}\n\n`,
  'a dateline a line': (at) => `${name(at).toUpperCase()} (AP) — The port was ${word(at)} on Monday.\n\n`,
  'opening quotation marks': `${'“'.repeat(9000)}\n\n`,
  'straight quotation marks': `${'" '.repeat(4500)}\n\n`,
  apostrophes: `${"'s ' ".repeat(2200)}\n\n`,
  'single marks': "'a ",
  'marks of two makes': '“x" said he. ',
  parentheses: `${'('.repeat(9000)}\n\n`,
  'brackets and stars': `${'[*_`'.repeat(2200)}\n\n`,
  capitals: `${'Kim Jong Un Park Lee '.repeat(430)}\n\n`,
  'one topic': `${'Kim '.repeat(2200)}\n\n`,
  'one topic, one paragraph': 'North Korea ',
  'beginnings of a topic': `${'North North South United '.repeat(370)}\n\n`,
  'He said.': 'He said. ',
  'He said, a paragraph each': 'He said.\n\n',
  speakers: (at) => `“It was ${word(at)},” said ${name(at)} ${name(at + 1)}. `,
  'speakers, a paragraph each': (at) => `“It was ${word(at)},” said ${name(at)} ${name(at + 1)}.\n\n`,
  officials: 'The ministry said the talks had ended, according to officials who said so. ',
  'figures with units': (at) => `${at} people were killed. `,
  'figures with units, a paragraph each': (at) =>
    `At least ${at} tonnes of ${word(at)} were seized in March.\n\n`,
  'one figure': 'At least 40 people were killed in the raid. ',
  'one sentence': 'The port of Larkmouth was closed to the ship. ',
  'one paragraph': 'The port of Larkmouth was closed to the ship. Nobody knew why it was shut.\n\n',
  'sentences all different': (at) =>
    `The ${word(at)} of ${name(at)} was ${word(at * 7)} by the ${word(at * 3)}. `,
  'paragraphs all different': (at) =>
    `The ${word(at)} of ${name(at)} was ${word(at * 7)} by the ${word(at * 3)} near ${name(at * 11)}.\n\n`,
  'no full stop': (at) => `${word(at)} `,
  'full stops': `${'. '.repeat(4500)}\n\n`,
  abbreviations: `${'U.S. Mr. J. '.repeat(700)}\n\n`,
  emoji: `${'👩‍👩‍👧‍👦'.repeat(800)}\n\n`,
  'combining marks': `a${'\u0301'.repeat(9000)}\n\n`,
  'combining marks out of order': `a${'\u0301\u0323'.repeat(4500)}\n\n`,
  'one run of combining marks': '\u0323\u0301',
  'one run of joiners': '\u200d',
  'joined emoji': '👩\u200d',
  Hangul: `${'\u1112\u1161\u11ab'.repeat(3000)}\n\n`,
  base64: `${'QUJDREVGR0hJSktMTU5PUA'.repeat(400)}\n\n`,
  addresses: `${'https://a.example/'.repeat(500)}\n\n`,
  'an address without end': `https://${'a.'.repeat(4500)}\n\n`,
  hyphens: `${'a-'.repeat(4500)}\n\n`,
  'at signs': `${'a@b'.repeat(3000)}\n\n`,
  ampersands: `${'&'.repeat(9000)}\n\n`,
  'opening angles': `${'<'.repeat(9000)}\n\n`,
  headings: (at) => `# ${name(at)} ${word(at)}\n\n`,
  items: (at) => `- ${word(at)} ${word(at + 1)}\n`,
  'front matter': '---\nid: x\n---\n',
  templates: '{{ 7 * 7 }}{% raw %}\n\n',
  copyright: '© 2024 Example. All rights reserved.\n',
  'Read more': 'Read more: Ship seized in port\n',
  slashes: `${'a / b | c » '.repeat(800)}\n`,
  'short paragraphs of one word each': (at) => `${word(at)}.\n\n`,
}

/** Parts that stand in the body of a saved page. */
const IN_PAGE: Record<string, Piece> = {
  'nested elements': '<div>',
  'nested inline elements': '<b><i>',
  'nested lists': '<ul><li>',
  'nested links': '<a href="x">y',
  'elements that are never closed': '<p>x',
  'end tags alone': '</div>',
  'end tags of what never opened': (at) => `</${word(at)}>`,
  'unknown elements': (at) => `<x-${word(at)}>`,
  'opening angles': '<',
  'angles and letters': '<a ',
  'attributes without end': '<p a=b ',
  'a million attributes': (at) => (at === 0 ? '<p ' : `a${at}=1 `),
  'an attribute without end': '<p class="a b ',
  'a comment without end': '<!-- x ',
  comments: '<!-->',
  CDATA: '<![CDATA[ x ',
  'processing instructions': '<?x ',
  declarations: '<!x ',
  'a script without end': '<script>x</scrip',
  scripts: '<script>if (a < b) c()</script>',
  'a style without end': '<style>x{}',
  ampersands: '&',
  entities: '&amp;&shy;&#8203;&#x1F600;',
  'entities without end': '&ampamp&#99999999;&#x',
  'numbers of an entity without end': '&#0000000000',
  'white space': `${' '.repeat(50_000)}x`,
  'line breaks': '<br>',
  rules: '<hr>',
  headings: (at) => `<h2>${name(at)}</h2>`,
  links: (at) => `<a href="/${at}">${name(at)} ${word(at)}</a> `,
  items: (at) => `<li><a href="/${at}">${name(at)}</a></li>`,
  paragraphs: (at) => `<p>The ${word(at)} of ${name(at)} was ${word(at * 7)} by the ${word(at * 3)}.</p>`,
  'one paragraph': '<p>The port of Larkmouth was closed to the ship. Nobody knew why it was shut.</p>',
  'one paragraph of text': 'The port of Larkmouth was closed to the ship. ',
  cells: '<tr><td>x',
  titles: '<title>Ship seized | Site</title>',
  'a title of many parts': (at) => (at === 0 ? '<h1>' : `${name(at)} | `),
  'meta elements': (at) =>
    `<meta property="og:title" content="${name(at)}"><meta name="author" content="${name(at)}">`,
  times: '<time datetime="2024-03-03">3 March</time>',
  'class names': (at) => `<div class="${'a-b_c '.repeat(50)}${at}">x</div>`,
  'hidden elements': '<p style="display: none">x</p>',
  'styles with spaces': `<p style="display${' '.repeat(2000)}x">x</p>`,
  'JSON-LD of one array': (at) => (at === 0 ? '<script type="application/ld+json">[' : '1,'),
  'JSON-LD of nested arrays': (at) => (at === 0 ? '<script type="application/ld+json">' : '['),
  'JSON-LD of nested nodes': (at) => (at === 0 ? '<script type="application/ld+json">' : '{"@graph":['),
  'many JSON-LD scripts': (at) =>
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${name(at)}","author":{"name":"${name(at)}"}}</script>`,
  'JSON-LD of a long body': (at) =>
    at === 0
      ? '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","articleBody":"'
      : `${word(at)} `,
  microdata: '<div itemprop="articleBody">x</div>',
  frames: '<frameset><frame><iframe>',
  forms: '<select><option>x',
  SVG: '<svg><g>',
  MathML: '<math><mi>x',
  templates: '<template><p>x',
  'plain text that never ends': '<plaintext>x',
}

const LEAD = [
  'Harbour office of Larkmouth shuts its gates',
  '',
  'By Anna Bell',
  '',
  'LARKMOUTH (AP) — The harbour office of Larkmouth shut its gates on Monday after 40 people were hurt, officials said.',
  '',
  'Russia and North Korea had bought the cargo in March, the ministry said in a statement that named no ship.',
  '',
  '',
].join('\n')
const END =
  '\n\n“Nobody told us anything,” said Peter Lark, who runs the office. The gates open again on Friday.\n'

const page = (part: string): string =>
  `<!doctype html><html lang="en"><head><title>Harbour office shuts its gates</title></head><body><article><h1>Harbour office shuts its gates</h1>${LEAD.split(
    '\n\n',
  )
    .slice(1)
    .map((text) => `<p>${text}</p>`)
    .join('')}${part}<p>${END}</p></article></body></html>`

/** Pieces without a line break, which a saved page can have in one block of any length. */
const IN_BLOCK = Object.entries(IN_TEXT).filter(
  ([, piece]) => !(typeof piece === 'string' ? piece : piece(1)).includes('\n'),
)

/** Texts of about `size` characters each, every one an ordinary report with one hostile part in it, or that part alone. */
export const HOSTILE: HostileText[] = [
  ...Object.entries(IN_TEXT).map(([name, piece]) => ({
    name,
    extension: 'txt' as const,
    bytes: (size: number) => Buffer.from(`${LEAD}${broken(fill(piece, size))}${END}`),
  })),
  ...IN_BLOCK.map(([name, piece]) => ({
    name: `block: ${name}`,
    extension: 'html' as const,
    bytes: (size: number) => Buffer.from(page(`<p>${fill(piece, size)}</p>`)),
  })),
  ...Object.entries(IN_PAGE).flatMap(([name, piece]) => [
    {
      name: `page: ${name}`,
      extension: 'html' as const,
      bytes: (size: number) => Buffer.from(page(fill(piece, size))),
    },
    {
      name: `bare: ${name}`,
      extension: 'html' as const,
      bytes: (size: number) => Buffer.from(`<html><body>${fill(piece, size)}`),
    },
  ]),
]

/** What words, names and days are parted by and end with: each may be read in more than one way where it repeats. */
const IN_LINE = [
  `-;–;—;.;,;:;/;|;•;(;";';’;&;@;#;©; ;A;a;1;\u0301;中;한;- ;/ ;A-;a-;A.;a.;A/;a/;A|;A';a@;A ;a ;A, ;a, ;A. ;A - ;A — ;(A) `,
  '1 ;1,;1.;1/;1:;1-;March 3 ;3 March ;March 3, ;2024 ;2024-;© 2024 ;Monday ;day;1 day ;min read ;Published ;Updated: ',
  'By ;By A ;and ;A and ;of the ;said ;was ;ed ;U.S. ;reporter ',
].flatMap((pieces) => pieces.split(';'))

/** Lines of `size` characters that one piece fills up, behind a letter that begins a name or behind nothing. */
export const LINES = ['', 'A'].flatMap((before) =>
  IN_LINE.map((piece) => ({
    name: JSON.stringify(`${before}${piece}${piece}…`),
    line: (size: number) => `${`${before}${fill(piece, size)}`.slice(0, size - 1)}!`,
  })),
)
