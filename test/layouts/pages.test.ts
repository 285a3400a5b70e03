import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import { Parser } from 'htmlparser2'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadContent } from '../../scripts/content/load.ts'
import { contentPolicy, MAIL_POLICY } from '../../scripts/site/policy.ts'
import { command, scratchFolder, textsBelow } from '../scratch.ts'
import { launch, serve } from './browser.ts'

const PREFIX = '/repo/'
const SCREENSHOTS = join(import.meta.dirname, '../../.screenshots')

/** One page of every kind. */
const KINDS: Record<string, string> = {
  front: '',
  story: 'stories/us-says-1000-containers/',
  'story of several days': 'stories/dprk-acknowledges-troops/',
  'story whose accounts differ': 'stories/hwasong-19-launch/',
  'story without articles': 'stories/unscr-1695/',
  topic: 'topics/north-korea/',
  'topic, second page': 'topics/north-korea/page/2/',
  'topic without a story': 'topics/kremlin/',
  intersection: 'topics/north-korea+russia+sanctions/',
  topics: 'topics/',
  ledger: 'ledger/',
  timeline: 'timeline/',
  archive: 'archive/',
  'archive of a year': 'archive/2023/',
  'archive of a month': 'archive/2023/08/',
  publishers: 'publishers/',
  about: 'about/',
  feeds: 'feeds/',
  search: 'search/',
  edition: 'editions/2025-w43/',
  'edition as an e-mail': 'editions/2025-w43/mail.html',
  'not found': '404.html',
}

let browser: Browser
let site: { url: string; close: () => void }
let files: Map<string, string>

beforeAll(async () => {
  const output = join(scratchFolder(), 'site')
  expect(command('build', ['--output', output, '--path-prefix', PREFIX])).toMatchObject({ code: 0 })
  files = textsBelow(output)
  KINDS.article =
    [...files.keys()]
      .find((path) => path.startsWith('articles/white-house-says'))
      ?.replace('index.html', '') ?? 'articles/'
  mkdirSync(SCREENSHOTS, { recursive: true })
  site = await serve(output, PREFIX)
  browser = await launch()
})

afterAll(async () => {
  await browser?.close()
  site?.close()
})

describe.each([
  [360, 'light'],
  [360, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const)('at %i px, %s', (width, colorScheme) => {
  test.each([...Object.keys(KINDS), 'article'])(
    '%s: accessible, quiet, nothing from elsewhere, no sideways scrolling',
    async (kind) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
      const page = await context.newPage()
      const noise: string[] = []
      page.on('console', (message) => noise.push(message.text()))
      page.on('pageerror', (error) => noise.push(error.message))
      page.on('request', (request) => {
        if (!request.url().startsWith(site.url)) noise.push(`asks ${request.url()}`)
      })
      const answer = await page.goto(site.url + KINDS[kind])
      expect(answer?.status()).toBe(200)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      expect(noise).toEqual([])
      await page.screenshot({
        path: join(SCREENSHOTS, `${kind.replace(/\W+/g, '-')}-${width}-${colorScheme}.png`),
        fullPage: true,
      })
      await context.close()
    },
  )
})

test('on a narrow screen the topics are wide enough apart to be touched', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 900 } })
  await page.goto(`${site.url}topics/`)
  const heights =
    'Array.from(document.querySelectorAll(".topic-index a"), (link) => link.getBoundingClientRect().height)'
  expect(Math.min(...((await page.evaluate(heights)) as number[]))).toBeGreaterThanOrEqual(24)
  await page.close()
})

test('on a narrow screen the ledger is folded, and a link to a group leads to its name', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 900 } })
  await page.goto(`${site.url}ledger/#on_north-korea`)
  expect(await page.evaluate('document.querySelectorAll("details[open]").length')).toBe(0)
  const name = page.locator('#on_north-korea h3')
  await name.waitFor({ state: 'visible' })
  expect(
    await page.evaluate('document.querySelector("#on_north-korea").getBoundingClientRect().top'),
  ).toBeLessThan(900)
  const shown = await page.evaluate('document.documentElement.scrollHeight')
  await page.evaluate('for (const group of document.querySelectorAll("details")) group.open = true')
  expect(shown).toBeLessThan(0.8 * ((await page.evaluate('document.documentElement.scrollHeight')) as number))
  await page.close()
})

const isMail = (path: string) => path.endsWith('/mail.html')

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
    // Integrity hashes are for other hosts; every asset here is the site's own.
    rules: { 'require-sri': 'off' },
  })
  // Mail programs keep no other styles.
  const ofMails = { rules: { 'no-inline-style': 'off' } } as const
  const wrong: string[] = []
  for (const [path, html] of files) {
    if (!path.endsWith('.html')) continue
    const report = await validator.validateString(html, path, isMail(path) ? ofMails : {})
    for (const result of report.results)
      for (const { line, message } of result.messages) wrong.push(`${path}:${line}: ${message}`)
  }
  expect(wrong).toEqual([])
})

test('a reader walks by keyboard from the front page to an article and back', async () => {
  const page = await browser.newPage()
  const tabTo = async (beginning: string) => {
    const active = () => page.evaluate('document.activeElement.getAttribute("href") ?? ""') as Promise<string>
    for (let steps = 0; steps < 150 && !(await active()).startsWith(beginning); steps++)
      await page.keyboard.press('Tab')
    const href = await active()
    expect(href.startsWith(beginning)).toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${href}`)
  }
  await page.goto(site.url)
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent')).toMatch(/skip/i)
  await tabTo(`${PREFIX}stories/us-uk-sanction-rosneft-lukoil/`)
  await tabTo(`${PREFIX}articles/`)
  expect(await page.locator('h1').count()).toBe(1)
  await page.goBack()
  await page.goBack()
  expect(page.url()).toBe(site.url)
  await page.close()
})

test('only the web and mail are linked, outgoing links are marked, and those that a text brought along more so', () => {
  const unvouched = new Set<string>()
  for (const [path, html] of files) {
    if (!path.endsWith('.html') || isMail(path)) continue
    for (const [link, href] of html.matchAll(/<a\b[^>]*href="([^"]*)"[^>]*>/g)) {
      expect(href, path).toMatch(/^(?:https?:|mailto:|\/repo\/|#)/)
      if (/^https?:/.test(href ?? '')) expect(link, path).toMatch(/ rel="external noopener(?: nofollow)?"/)
      if (link.includes('nofollow')) unvouched.add(String(href))
    }
  }
  const found = loadContent('content').articles.flatMap(({ url }) => url ?? [])
  expect(found.length).toBeGreaterThan(0)
  expect([...unvouched].sort()).toEqual(found.sort())
})

test('every page has its policy before anything that it governs, and nothing that would need a laxer one', () => {
  for (const [path, html] of files) {
    if (!path.endsWith('.html')) continue
    const policy = isMail(path) ? MAIL_POLICY : contentPolicy({ search: path.startsWith('search/') })
    expect(html, path).toContain(
      `<head><meta charset="utf-8"/><meta http-equiv="Content-Security-Policy" content="${policy}"/><meta name="referrer" content="no-referrer"/>`,
    )
    const found: string[] = []
    new Parser({
      onopentag(name, attributes) {
        const isData = name === 'script' && attributes.type === 'application/ld+json'
        const isSearch = path.startsWith('search/')
        const isOwnScript = isSearch && attributes.src?.startsWith(PREFIX)
        if (name === 'script' && !isData && !isOwnScript) found.push('script')
        if (/^(?:style|iframe|frame|object|embed|base|applet)$/.test(name)) found.push(name)
        // That of the search is read by its script; it sends nothing anywhere.
        if (name === 'form' && !(isSearch && attributes.action === undefined)) found.push(name)
        const forbidden = isMail(path) ? /^(?:on|srcdoc$)/ : /^(?:on|style$|srcdoc$)/
        found.push(...Object.keys(attributes).filter((attribute) => forbidden.test(attribute)))
        const loaded = name === 'link' && attributes.rel !== 'canonical' ? attributes.href : attributes.src
        if (loaded !== undefined && !loaded.startsWith(PREFIX)) found.push(loaded)
      },
    }).end(html)
    expect(found, path).toEqual([])
  }
})
