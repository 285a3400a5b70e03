import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { renderToString } from 'preact-render-to-string'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { render as searchPage } from '../../layouts/pages/search.11ty.tsx'
import { render as stylesheet } from '../../layouts/pages/style.11ty.ts'
import { loadContent } from '../../scripts/content/load.ts'
import { storySchema } from '../../scripts/content/story.ts'
import { buildDigest } from '../../scripts/site/digest.ts'
import { INDEX_FOLDER, writeSearchIndex } from '../../scripts/site/search-index.ts'
import { searchRecords } from '../../scripts/site/search-records.ts'
import { scratchFolder } from '../scratch.ts'
import { launch, serve } from './browser.ts'

const PREFIX = '/repo/'
const HOSTILE = '<img src=x onerror="document.title=1"> & <script>quillwort</script>'

let browser: Browser
let site: { url: string; close: () => void }
let folder: string

/** The search page of the digest that comes with the project, with one more story, as the build would write it. */
beforeAll(async () => {
  const content = loadContent('content')
  const hostile = { id: 'hostile', title: HOSTILE, date: '2024-02-29', summary: `Quillwort. ${HOSTILE}` }
  const stories = [
    ...content.stories,
    { ...storySchema.parse(hostile), body: '', file: 'stories/hostile.md' },
  ]
  const digest = buildDigest({ ...content, stories }, { pathPrefix: PREFIX })
  folder = join(scratchFolder(), 'site')
  for (const part of ['search', 'assets']) mkdirSync(join(folder, part), { recursive: true })
  const page = `<!doctype html>${renderToString(searchPage({ digest }))}`
  writeFileSync(join(folder, 'search/index.html'), page)
  writeFileSync(join(folder, '404.html'), 'none')
  writeFileSync(join(folder, 'assets/style.css'), stylesheet())
  cpSync('layouts/assets', join(folder, 'assets'), { recursive: true })
  ;[, browser] = await Promise.all([
    writeSearchIndex(searchRecords(digest), 'en', join(folder, INDEX_FOLDER)),
    launch(),
  ])
  site = await serve(folder, PREFIX)
})

afterAll(async () => {
  await browser?.close()
  site?.close()
})

/** The search page, and what it complained about or asked of others. */
async function open(
  asked = '',
  options: BrowserContextOptions = {},
): Promise<{ page: Page; noise: string[] }> {
  const page = await (await browser.newContext(options)).newPage()
  page.setDefaultTimeout(10_000)
  const noise: string[] = []
  page.on('console', (message) => noise.push(message.text()))
  page.on('pageerror', (error) => noise.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url)) noise.push(`asks ${request.url()}`)
  })
  await page.goto(`${site.url}search/${asked}`)
  return { page, noise }
}

const hrefs = (page: Page) =>
  page.locator('#search-results a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))

const says = (page: Page, text: string | RegExp) =>
  page.locator('#search-status', { hasText: text }).waitFor()

/** The number that a filter's choice has behind its name. */
const counted = async (page: Page, option: string) =>
  Number(/\((\d+)\)$/.exec((await page.locator(option).textContent()) ?? '')?.[1])

test.each(['light', 'dark'] as const)('typing finds a story, in %s', async (colorScheme) => {
  const { page, noise } = await open('', { colorScheme, viewport: { width: 360, height: 900 } })
  await page.keyboard.type('containers of arms')
  await says(page, /^\d+ results found for “containers of arms”$/)
  expect((await hrefs(page))[0]).toBe('/repo/stories/us-says-1000-containers/')
  expect(await page.locator('#search-results mark').first().textContent()).toMatch(/containers/i)
  expect(await page.locator('#search-results .mark').first().textContent()).toBe('Sample accounts')
  expect(new URL(page.url()).search).toBe('?q=containers+of+arms')
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  expect(noise).toEqual([])
  await page.context().close()
})

test('a headline counts for more than the text', async () => {
  const { page } = await open('?q=Rosneft&kind=story')
  await says(page, 'Rosneft')
  expect(await page.locator('#search-results .headline').first().textContent()).toContain('Rosneft')
  await page.context().close()
})

test('filters narrow as far as they said, and the back button widens again', async () => {
  const { page, noise } = await open('?q=sanctions')
  await says(page, 'found')
  const whole = await page.locator('#search-status').textContent()
  const few = await counted(page, 'option[value="north-korea"]')
  const others = await counted(page, 'option[value="russia"]')
  expect(few).toBeGreaterThan(0)
  await page.selectOption('#by-topic', 'north-korea')
  await says(page, `${few} results`)
  expect(page.url()).toMatch(/\?q=sanctions&topic=north-korea$/)
  expect(await counted(page, 'option[value="russia"]')).toBe(others)
  const year = await counted(page, '#by-year option[value="2024"]')
  await page.selectOption('#by-year', '2024')
  await says(page, new RegExp(`^${year} results? found`))
  expect(year).toBeLessThan(few)
  await page.selectOption('#by-kind', 'article')
  await says(page, 'found')
  await page.waitForURL('**kind=article**')
  await page.goBack()
  await page.goBack()
  await says(page, `${few} results`)
  expect(await page.locator('#by-year').inputValue()).toBe('')
  await page.goBack()
  await says(page, whole ?? '')
  expect(noise).toEqual([])
  await page.context().close()
})

test('a filter alone lists what there is, the newest first, and more of it on demand', async () => {
  const { page } = await open('?topic=north-korea&kind=story')
  await says(page, /^\d+ results found$/)
  const days = () =>
    page
      .locator('#search-results time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')))
  expect(await days()).toHaveLength(10)
  await page.locator('#search-more').focus()
  await page.keyboard.press('Enter')
  await page.locator('#search-results li:nth-child(11)').waitFor()
  expect(await days()).toEqual((await days()).toSorted().reverse())
  const focused = await page.evaluate('document.activeElement.getAttribute("href")')
  expect(focused).toBe((await hrefs(page))[10])
  await page.context().close()
})

test('what strangers wrote comes out as text', async () => {
  const { page, noise } = await open('?q=quillwort')
  await says(page, '1 result found')
  expect(await page.locator('#search-results .headline').textContent()).toBe(HOSTILE)
  expect(await page.locator('#search-results .summary').textContent()).toBe(`Quillwort. ${HOSTILE}`)
  expect(await page.locator('#search-results :is(img, script)').count()).toBe(0)
  await page.fill('#q', HOSTILE)
  await says(page, HOSTILE)
  expect(await page.title()).toContain('Search')
  expect(noise).toEqual([])
  await page.context().close()
})

test('nothing found is said', async () => {
  const { page } = await open('?q=xyzzyplugh&topic=no-such-topic')
  await says(page, 'Nothing found for “xyzzyplugh”')
  expect(await page.locator('#by-topic').inputValue()).toBe('')
  expect(await page.locator('#search-more').isVisible()).toBe(false)
  await page.context().close()
})

test('without JavaScript the page says so and offers topics and archive', async () => {
  const { page } = await open('', { javaScriptEnabled: false })
  const note = page.locator('noscript')
  expect(await note.textContent()).toContain('needs JavaScript')
  expect(
    await note.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  ).toEqual(['/repo/topics/', '/repo/archive/'])
  expect(await page.locator('#q').isVisible()).toBe(false)
  await page.context().close()
})

test('where the index is missing the page says so', async () => {
  rmSync(join(folder, INDEX_FOLDER), { recursive: true })
  const { page } = await open('?q=sanctions')
  await page.locator('#search-failed').waitFor({ state: 'visible' })
  await page.context().close()
})
