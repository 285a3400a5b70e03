import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { Parser } from 'htmlparser2'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadContent } from '../../scripts/content/load.ts'
import { contentPolicy, MAIL_POLICY } from '../../scripts/site/policy.ts'
import { command, scratchFolder, textsBelow } from '../scratch.ts'
import { violations, type Watched, watchedPage, wrongWith } from './bars.ts'
import { launch, serve } from './browser.ts'
import { isMail, KINDS } from './kinds.ts'

const PREFIX = '/repo/'
const SCREENSHOTS = join(import.meta.dirname, '../../.screenshots')

/** The whole of every page, in PNG, is a matter of minutes; the first screen of each is one of seconds. */
const WHOLE = process.env.SCREENSHOTS === 'whole'

const WIDTHS = [360, 1280]

let browser: Browser
let site: { url: string; close: () => void }
let files: Map<string, string>
let pages: Watched[]

beforeAll(async () => {
  const output = join(scratchFolder(), 'site')
  expect(command('build', ['--output', output, '--path-prefix', PREFIX])).toMatchObject({ code: 0 })
  files = textsBelow(output)
  mkdirSync(SCREENSHOTS, { recursive: true })
  site = await serve(output, PREFIX)
  browser = await launch()
  pages = await Promise.all(WIDTHS.map((width) => watchedPage(browser, width, site.url)))
})

afterAll(async () => {
  await browser?.close()
  site?.close()
})

test.each(Object.entries(KINDS))(
  '%s: quiet, still, in order and accessible at 360 and 1280 px, light and dark',
  async (kind, path) => {
    const wrong = await Promise.all(
      pages.map(async (watched) => {
        const found = await wrongWith(watched, site.url + path)
        found.push(...(await violations(watched)))
        for (const scheme of ['light', 'dark'] as const) {
          await watched.page.emulateMedia({ colorScheme: scheme })
          const name = `${kind.replace(/\W+/g, '-')}-${watched.width}-${scheme}`
          await watched.page.screenshot(
            WHOLE
              ? { path: join(SCREENSHOTS, `${name}.png`), fullPage: true }
              : { path: join(SCREENSHOTS, `${name}.jpg`), type: 'jpeg', quality: 70 },
          )
        }
        return found
      }),
    )
    expect(wrong.flat()).toEqual([])
  },
)

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

test('no group of the ledger is broken between two columns while it is folded', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(`${site.url}ledger/`)
  const parts =
    'Array.from(document.querySelectorAll(".ledger-groups > details"), (one) => one.getClientRects().length)'
  // By how many groups there are it may hang over or not.
  const most = `Math.max(...Array.from({ length: 8 }, () => {
    for (const one of document.querySelectorAll(".ledger-groups")) one.firstElementChild.remove()
    return Math.max(...${parts})
  }))`
  await page.evaluate('for (const group of document.querySelectorAll("details")) group.open = false')
  expect(await page.evaluate(most)).toBe(1)
  await page.close()
})

test('on paper summaries are whole, and nothing is printed that only a screen can use', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.emulateMedia({ media: 'print' })
  await page.goto(site.url)
  expect(await page.locator('.entry .summary').count()).toBeGreaterThan(0)
  const cut =
    'Array.from(document.querySelectorAll(".entry .summary")).filter((one) => one.scrollHeight > one.clientHeight + 1 || getComputedStyle(one).display !== "block").length'
  expect(await page.evaluate(cut)).toBe(0)
  await page.goto(`${site.url}search/`)
  await page.evaluate('for (const one of document.querySelectorAll("[hidden]")) one.hidden = false')
  for (const name of ['form', 'button']) {
    const shown = `Array.from(document.querySelectorAll("main ${name}")).some((one) => one.checkVisibility())`
    expect(await page.evaluate(shown), name).toBe(false)
  }
  await page.close()
})

/** The pages that nest elements, or give them attributes, as none before them does: all others repeat what these have. */
function unlikePages(): Map<string, string> {
  const seen = new Set<string>()
  const unlike = new Map<string, string>()
  for (const [path, html] of files) {
    if (!path.endsWith('.html')) continue
    const before = seen.size
    const open: string[] = []
    new Parser({
      onopentag(name, { class: kind, ...attributes }) {
        seen.add(`${isMail(path)} ${open.at(-1)} ${name}.${kind} ${Object.keys(attributes)}`)
        open.push(`${name}.${kind}`)
      },
      onclosetag: () => open.pop(),
    }).end(html)
    if (seen.size > before || Object.values(KINDS).includes(path.replace('index.html', '')))
      unlike.set(path, html)
  }
  return unlike
}

test('every page is valid HTML, as far as it is unlike others', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
    // Integrity hashes are for other hosts; every asset here is the site's own.
    rules: { 'require-sri': 'off' },
  })
  // Mail programs keep no other styles.
  const ofMails = { rules: { 'no-inline-style': 'off' } } as const
  const wrong: string[] = []
  const unlike = unlikePages()
  expect(unlike.size).toBeGreaterThan(30)
  for (const [path, html] of unlike) {
    const report = await validator.validateString(html, path, isMail(path) ? ofMails : {})
    for (const result of report.results)
      for (const { line, message } of result.messages) wrong.push(`${path}:${line}: ${message}`)
  }
  expect(wrong).toEqual([])
})

/** What has the focus: where it leads, and whether a reader sees that it has it. */
const FOCUSED = `(() => {
  const focused = document.activeElement
  const { outlineStyle, outlineWidth } = getComputedStyle(focused)
  const { top, bottom, width } = focused.getBoundingClientRect()
  return {
    href: focused.getAttribute('href') ?? '',
    lead: focused.matches('.lead .headline a'),
    seen: outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2 && width > 0 && top < innerHeight && bottom > 0,
  }
})()`

test('a reader walks by keyboard from the front page to the lead story, to an article and back, and sees where', async () => {
  const page = await browser.newPage()
  const tab = async () => {
    await page.keyboard.press('Tab')
    const focused = (await page.evaluate(FOCUSED)) as { href: string; lead: boolean; seen: boolean }
    expect(focused).toMatchObject({ seen: true })
    return focused
  }
  const tabTo = async (beginning: string) => {
    let { href } = await tab()
    for (let steps = 0; steps < 150 && !href.startsWith(beginning); steps++) href = (await tab()).href
    expect(href.startsWith(beginning)).toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${href}`)
  }
  await page.goto(site.url)
  expect(await tab()).toMatchObject({ href: '#main' })
  await page.keyboard.press('Enter')
  const { href, lead } = await tab()
  expect(lead).toBe(true)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${href}`)
  await page.goBack()
  await tabTo(`${PREFIX}stories/us-uk-sanction-rosneft-lukoil/`)
  await tabTo(`${PREFIX}articles/`)
  await page.goBack()
  await page.goBack()
  expect(page.url()).toMatch(new RegExp(`^${site.url}(?:#main)?$`))
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
    const isSearch = path.startsWith('search/')
    const policy = isMail(path) ? MAIL_POLICY : contentPolicy({ search: isSearch })
    expect(html, path).toContain(
      `<head><meta charset="utf-8"/><meta http-equiv="Content-Security-Policy" content="${policy}"/>`,
    )
    if (!isMail(path)) expect(html, path).toContain('/><meta name="referrer" content="no-referrer"/>')
    const found: string[] = []
    new Parser({
      onopentag(name, attributes) {
        const isData = name === 'script' && attributes.type === 'application/ld+json'
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
