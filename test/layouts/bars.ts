import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { isMail } from './kinds.ts'

/** A page that goes from address to address, and what it complained about or asked of others since it was last read. */
export interface Watched {
  page: Page
  width: number
  noise: string[]
}

export async function watchedPage(
  browser: Browser,
  width: number,
  home: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, ...options })
  const noise: string[] = []
  page.on('console', (message) => noise.push(message.text()))
  page.on('pageerror', (error) => noise.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(home)) noise.push(`asks ${request.url()}`)
  })
  return { page, width, noise }
}

/** Goes to an address; what is wrong with the page there whatever its colours are. */
export async function wrongWith({ page, width, noise }: Watched, url: string): Promise<string[]> {
  const answer = await page.goto(url)
  if (url.includes('?q=')) await page.locator('#search-status:not(:empty)').waitFor()
  const found = (await page.evaluate(
    `${FAULTS}(${JSON.stringify(isMail(url) ? OF_MAILS : LANDMARKS)})`,
  )) as string[]
  const wide = await page.evaluate('document.documentElement.scrollWidth')
  if (wide !== width) found.push(`is ${wide} px wide`)
  if (answer?.status() !== 200) found.push(`status ${answer?.status()}`)
  return [...found, ...noise.splice(0)]
}

/** Beyond what axe asks by itself: AAA for the contrast of all text, not only of what is body text; 24 px for what is touched. */
const RULES = { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } }

/** Of the rules, those whose answer depends on colours. The rule for AAA is silent where that for AA speaks. */
const OF_COLOURS = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block']

/** What axe finds on the page in both schemes. The markup is the same in both, so dark is asked for its colours. */
export async function violations({ page }: Watched): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  // Of what passed no nodes are described.
  const options = { resultTypes: ['violations' as const] }
  const light = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ ...options, rules: RULES })
    .analyze()
  await page.emulateMedia({ colorScheme: 'dark' })
  // By now axe is in the page.
  const run = `axe.run(document, ${JSON.stringify({ ...options, runOnly: OF_COLOURS })})`
  const dark = (await page.evaluate(run)) as typeof light
  return [light, dark].flatMap(({ violations }, at) =>
    violations.map(
      ({ id, nodes }) => `${at ? 'dark' : 'light'}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`,
    ),
  )
}

/**
 * Runs in the page: shifts of its layout (https://wicg.github.io/layout-instability), more or fewer than one headline,
 * headings that skip a level, landmarks that are not there once.
 */
const FAULTS = `(async (landmarks) => {
  const found = []
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) found.push('shifts: ' + JSON.stringify(shift))
  }).observe({ type: 'layout-shift', buffered: true })
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)))
  for (const landmark of landmarks) {
    const { length } = document.querySelectorAll(landmark)
    if (length !== 1) found.push(length + ' of ' + landmark)
  }
  let level = 0
  for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const own = Number(heading.tagName.slice(1))
    if (own > level + 1) found.push('h' + own + ' after h' + level + ': ' + heading.textContent)
    level = own
  }
  return found
})`

const OF_MAILS = ['h1', 'main']

/** Each is there once. */
const LANDMARKS = [
  ...OF_MAILS,
  'body > header',
  'body > header > nav',
  'body > footer',
  'body > .skip[href="#main"]',
]
