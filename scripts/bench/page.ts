import type { IsoDate } from '../content/date.ts'
import type { Account } from './events.ts'
import type { Random } from './random.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** A source text as it is collected: one in eight a saved page, one in ten a clean text, the others full of junk. */
export function sourceOf(
  account: Account,
  teasers: string[],
  random: Random,
): { extension: 'txt' | 'html'; text: string } {
  if (random.chance(1 / 8)) return { extension: 'html', text: savedPage(account, teasers, random) }
  return {
    extension: 'txt',
    text: random.chance(0.1) ? cleanText(account) : junkText(account, teasers, random),
  }
}

const bodyOf = ({ dateline, paragraphs }: Account): string[] =>
  paragraphs.map((text, at) => (at === 0 ? dateline + text : text))

function cleanText(account: Account): string {
  return `${[account.headline, ...bodyOf(account)].join('\n\n')}\n`
}

function junkText(account: Account, teasers: string[], random: Random): string {
  const { outlet, headline, author, date, agency } = account
  const gap = random.chance(0.6) ? '\n\n' : '\n'
  const head = [
    outlet.menu.join(random.chance(0.5) ? ' | ' : '\n'),
    ...(random.chance(0.4) ? [`Home > World > ${headline} - ${outlet.name}`] : []),
    headline,
    ...(author ? [`By ${author}${random.chance(0.3) ? `, ${outlet.name}` : ''}`] : []),
    printedDay(date, outlet.dateStyle, random),
    ...(random.chance(0.5) ? [outlet.share.join(' ')] : outlet.share),
  ]
  const tail = [
    ...(agency && random.chance(0.5) ? [`Source: ${agency.name}`] : []),
    outlet.farewell,
    ...(random.chance(0.5) ? [`superLike! (${random.between(1, 90)})`] : []),
    random.pick(['Related', 'Read more', 'Most popular', 'Recommended for you']),
    ...teasers.map((teaser) => `- ${teaser}`),
    ...(random.chance(0.3) ? ['Comments', `${random.between(2, 40)} comments`, 'Log in to comment'] : []),
    `© ${date.slice(0, 4)} ${outlet.name}. All rights reserved.`,
  ]
  return `${[...head, ...bodyOf(account), ...tail].join(gap)}\n`
}

function savedPage(account: Account, teasers: string[], random: Random): string {
  const { outlet, headline, author, date } = account
  const list = (items: string[]) =>
    `<ul>\n${items.map((item) => `<li><a href="/x/">${item}</a></li>`).join('\n')}\n</ul>`
  const published = `${date}T${String(random.between(10, 20))}:15:00+00:00`
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${headline} | ${outlet.name}</title>
<link rel="canonical" href="https://${outlet.domains[0]}/${date.replaceAll('-', '/')}/${random.between(1e5, 1e6)}/">
<meta property="og:title" content="${headline}">
<meta property="og:site_name" content="${outlet.name}">
<meta property="article:published_time" content="${published}">
<style>.nav li{display:inline}</style>
<script>window.page = { section: 'world', id: ${random.between(1, 1e6)} }</script>
</head>
<body>
<header><nav class="nav">${list(outlet.menu)}</nav></header>
<main><article>
<h1>${headline}</h1>
${author ? `<p class="byline">By <a rel="author" href="/staff/">${author}</a></p>` : ''}
<time datetime="${published}">${printedDay(date, 'long', random)}</time>
<ul class="share">${outlet.share.map((one) => `<li><button>${one}</button></li>`).join('')}</ul>
${bodyOf(account)
  .map((text) => `<p>${text}</p>`)
  .join('\n')}
</article>
<aside class="related"><h2>Related</h2>${list(teasers)}</aside>
<div class="newsletter"><p>${outlet.farewell}</p></div></main>
<footer><p>© ${date.slice(0, 4)} ${outlet.name}. All rights reserved.</p></footer>
</body>
</html>
`
}

function printedDay(date: IsoDate, style: 'long' | 'iso' | 'stamp', random: Random): string {
  const [year = '', month = '', day = ''] = date.split('-')
  if (style === 'iso') return date
  if (style === 'stamp') return `Date:${date} ${random.between(10, 24)}:${random.between(10, 60)}:07`
  return `${MONTHS[Number(month) - 1]} ${Number(day)}, ${year}`
}
