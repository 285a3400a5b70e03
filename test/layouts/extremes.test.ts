import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { command, scratchFolder, textsBelow } from '../scratch.ts'
import { launch, serve } from './browser.ts'
import { writeExtremes } from './extremes.ts'

/** Of pages that are alike one is enough. */
const ALIKE = /ordinary-(?!0\/)|copy-(?![01]\/)|^archive\/(?!2024\/(?:index|12)|index)/

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})

afterAll(() => browser?.close())

/** Builds the content; gives the paths of the pages that are wider than the screen, and what else they got wrong. */
async function wrongPages(content: string, width: number): Promise<string[]> {
  const output = join(scratchFolder(), 'site')
  expect(command('build', ['--content', content, '--output', output])).toMatchObject({ code: 0 })
  const paths = [...textsBelow(output).keys()].filter((path) => path.endsWith('.html') && !ALIKE.test(path))
  expect(paths.length).toBeGreaterThanOrEqual(8)
  const site = await serve(output, '/')
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  const wrong: string[] = []
  for (const path of paths) {
    await page.goto(site.url + path.replace('index.html', ''))
    const [wide, outside] = (await page.evaluate(MEASURE)) as [number, string[]]
    if (wide > width) wrong.push(`${path} is ${wide} px wide`)
    wrong.push(...outside.map((text) => `${path}: outside its page: ${text}`))
  }
  await page.close()
  site.close()
  return wrong
}

/** Width of the page, and pieces of text that stand beyond its right edge though they move no scroll bar. */
const MEASURE = `[
  document.documentElement.scrollWidth,
  [...document.querySelectorAll('main a, main p, main h1, main h2, main h3, main svg text')]
    .filter((one) => one.checkVisibility() && !one.closest('.figures, .unseen'))
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
    .map((one) => one.textContent.slice(0, 60)),
]`

test.each([
  ['of the hardest kind', 40, true],
  ['of one story', 1, false],
  ['of nothing', 0, false],
])('content %s: no page and no text is wider than a narrow screen', async (_, ordinary, strained) => {
  const content = writeExtremes(join(scratchFolder(), 'content'), ordinary, strained)
  expect(await wrongPages(content, 320)).toEqual([])
})
