import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { oneLine } from './texts.ts'

const BATCH = 200

/** A sentence that tells its number at both ends, so that it is found again whatever became of the middle. */
export const MARKED = /^Clerk (\d+) of the harbour board\b[\s\S]* as of page \1\.$/

/** The sentence in which a string stands in source texts. */
export const marked = (text: string, number: number): string =>
  `Clerk ${number} of the harbour board wrote down on Monday that the notice above the door said ${text} and that nobody had asked who put it there, as of page ${number}.`

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** Writes source texts that hold every string in their text, and saved pages that hold them as markup too. */
export function writeSources(folder: string, strings: string[]): void {
  mkdirSync(folder, { recursive: true })
  for (let from = 0; from < strings.length; from += BATCH) {
    const batch = strings.slice(from, from + BATCH)
    const [title = '', author = '', site = '', raw = ''] = batch.map(oneLine)
    const sentences = batch.map((text, at) => marked(oneLine(text), from + at))
    writeFileSync(
      join(folder, `text-${from}.txt`),
      `Harbour board ${from} reads ${title}\n\nBy ${author}\n\nLARKMOUTH (${site}) — ${sentences.join('\n\n')}\n`.toWellFormed(),
    )
    writeFileSync(
      join(folder, `page-${from}.html`),
      `<!doctype html><html><head><title>${escapeHtml(`Board ${from} reads ${title} | ${site}`)}</title>
<meta property="og:site_name" content="${escapeHtml(site)}"><meta name="author" content="${escapeHtml(author)}">
<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: title, author: { name: author } }).replace(/</g, '\\u003c')}</script>
</head><body><article><h1>${escapeHtml(`Board ${from} reads ${title}`)}</h1>
${sentences.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}</article></body></html>`.toWellFormed(),
    )
    writeFileSync(
      join(folder, `broken-${from}.html`),
      `<html><head><title>${raw}</title><link rel="canonical" href="${raw}"><meta name="author" content="${author}">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"${title}","author":"${author}"}</script></head>
<body class="${site}"><h1>${title}</h1><p>The board said ${raw} on Monday.</p>
<p>The harbour board of Larkmouth met on Monday and spoke for an hour about the salt that stands on its quays.</p>
${batch.map((text) => `<p title="${text}">The board read it out: ${text}</p>`).join('\n')}</body></html>`.toWellFormed(),
    )
  }
}
