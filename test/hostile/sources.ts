import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { oneLine } from './texts.ts'

const BATCH = 200
/** Batches that go through both kinds of source text: those of the listed strings. */
const IN_BOTH = 3

/** A sentence that tells its number at both ends, so that it is found again whatever became of the middle. */
export const MARKED = /^Clerk (\d+) of the harbour board\b[\s\S]* as of page \1\.$/

/** The sentence in which a string stands in source texts. */
export const marked = (text: string, number: number): string =>
  `Clerk ${number} of the harbour board wrote down on Monday that the notice above the door said ${text} and that nobody had asked who put it there, as of page ${number}.`

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/**
 * Writes source texts: each string in a sentence of a plain text or of a saved page, the first ones in both, and each once
 * more unescaped in the markup of a page.
 */
export function writeSources(folder: string, strings: string[]): void {
  mkdirSync(folder, { recursive: true })
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text.toWellFormed())
  for (let from = 0; from < strings.length; from += BATCH) {
    const batch = strings.slice(from, from + BATCH).map(oneLine)
    const sentences = batch.map((text, at) => marked(text, from + at))
    const number = from / BATCH
    if (number < IN_BOTH || number % 2 === 0) put(`text-${number}.txt`, plainText(number, batch, sentences))
    if (number < IN_BOTH || number % 2 === 1) put(`page-${number}.html`, savedPage(number, batch, sentences))
    put(`broken-${number}.html`, brokenPage(batch))
  }
}

const plainText = (number: number, [title, author, agency]: string[], sentences: string[]): string =>
  `Harbour board ${number} reads ${title}

By ${author}

LARKMOUTH (${agency}) — The board met on Monday in its house by the quay, as it has done for a hundred years.

${sentences.join('\n\n')}
`

function savedPage(number: number, [title, author, site]: string[], sentences: string[]): string {
  const headline = `Board ${number} reads ${title}`
  const stated = { '@type': 'NewsArticle', headline, author: { name: author }, publisher: { name: site } }
  return `<!doctype html><html><head><title>${escapeHtml(`${headline} | ${site}`)}</title>
<meta property="og:site_name" content="${escapeHtml(`${site}`)}"><meta name="author" content="${escapeHtml(`${author}`)}">
<script type="application/ld+json">${JSON.stringify(stated).replace(/</g, '\\u003c')}</script></head>
<body><article><h1>${escapeHtml(headline)}</h1>
${sentences.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}</article></body></html>`
}

function brokenPage(batch: string[]): string {
  const [title, author, site, address] = batch
  return `<html><head><title>${title}</title><link rel="canonical" href="${address}"><meta name="author" content="${author}">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"${title}","author":"${author}"}</script></head>
<body class="${site}"><h1>${title}</h1>
<p>The harbour board of Larkmouth met on Monday and spoke for an hour about the salt that stands on its quays.</p>
${batch.map((text) => `<p title="${text}">The board read it out: ${text}</p>`).join('\n')}</body></html>`
}
