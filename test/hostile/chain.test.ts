import { dirname, join } from 'node:path'
import { Parser } from 'htmlparser2'
import type { Browser } from 'playwright-core'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { printable } from '../../scripts/content/printable.ts'
import { ingest } from '../../scripts/ingest/run.ts'
import { launch, serve } from '../layouts/browser.ts'
import { command, scratchFolder, textsBelow } from '../scratch.ts'
import { type HostileDigest, writeDigest } from './digest.ts'
import { missing, type PageState, READ_PAGE } from './page-state.ts'
import { MARKED, marked, writeSources } from './sources.ts'
import { hostileStrings } from './strings.ts'
import { collapsed, composed, oneLine } from './texts.ts'

/** Opens some hundred pages: long enough for a machine that does other things as well. */
const MOST_MS = 180_000

const PREFIX = '/my news/h\u00e4fen/'
const strings = hostileStrings()
const output = join(scratchFolder(), 'site')

let browser: Browser
let site: { url: string; close: () => void }
let digest: HostileDigest
/** Pages of the articles that ingest made. */
let cleaned: string[]

beforeAll(async () => {
  const [content, sources] = [scratchFolder(), scratchFolder()]
  writeSources(sources, strings)
  const { files, refused, problems } = ingest({ sources, content })
  expect(problems).toEqual([])
  expect(refused.filter(({ file }) => !file.startsWith('broken'))).toEqual([])
  cleaned = files.flatMap(({ path }) => (path.startsWith('articles/') ? [path.replace(/\.md$/, '/')] : []))
  digest = writeDigest(content, strings)
  expect(command('build', ['--content', content, '--output', output, '--path-prefix', PREFIX])).toMatchObject(
    {
      code: 0,
    },
  )
  site = await serve(output, PREFIX)
  browser = await launch()
}, MOST_MS)

afterAll(async () => {
  await browser?.close()
  site?.close()
})

/** Opens pages one after another, without their policy, so that it is the escaping that is tested. */
async function open(paths: string[]): Promise<{ states: Map<string, PageState>; noise: string[] }> {
  const context = await browser.newContext({ bypassCSP: true })
  const page = await context.newPage()
  const states = new Map<string, PageState>()
  const noise: string[] = []
  const own = new URL(site.url).href
  page.on('console', (message) => noise.push(`console ${message.text()}`))
  page.on('pageerror', (error) => noise.push(`error ${error.message}`))
  page.on('dialog', (dialog) => {
    noise.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => noise.push(`popup ${popup.url()}`))
  page.on('request', (request) => {
    if (!request.url().startsWith(own)) noise.push(`asks ${request.url()}`)
  })
  for (const path of paths) {
    const answer = await page.goto(site.url + path, { waitUntil: 'load' })
    expect(answer?.status(), path).toBe(200)
    states.set(path, (await page.evaluate(READ_PAGE)) as PageState)
  }
  await context.close()
  return { states, noise }
}

/** Pages that hold many strings each, and some of those that hold few. */
const pagesToOpen = (): string[] =>
  [...digest.pages.keys()].filter((path, at) => !/^(?:articles|stories\/single)/.test(path) || at % 16 === 0)

test('there are thousands of strings', () => expect(strings.length).toBeGreaterThanOrEqual(5000))

test(
  'a browser runs none of them, asks for nothing, and shows each as it is',
  async () => {
    const paths = pagesToOpen()
    const { states, noise } = await open(paths)
    expect(noise).toEqual([])
    let found = 0
    for (const [path, state] of states) {
      const wanted = digest.pages.get(path) ?? []
      expect(state.intruders, path).toEqual([])
      expect(missing(state, wanted), path).toEqual([])
      found += wanted.length
    }
    expect(found).toBeGreaterThan(25_000)
  },
  MOST_MS,
)

test(
  'what went through ingest is not run either, and its sentences are as they were',
  async () => {
    const { states, noise } = await open(cleaned)
    expect(noise).toEqual([])
    const kept = new Set<number>()
    const altered: string[] = []
    for (const [path, state] of states) {
      expect(state.intruders, path).toEqual([])
      for (const text of state.texts) {
        const number = Number(MARKED.exec(text)?.[1] ?? -1)
        if (number < 0) continue
        kept.add(number)
        const wanted = composed(marked(oneLine(strings[number] as string), number))
        if (composed(text) !== wanted) altered.push(`${wanted}\n${composed(text)}`)
      }
    }
    expect(altered).toEqual([])
    // Some lines are taken for no part of the article; a line that is dropped says nothing of those that are not.
    expect(kept.size).toBeGreaterThan(0.95 * strings.length)
  },
  MOST_MS,
)

/** Text of each element of an XML file; a strict parser stops at what is not well-formed. */
function textsOfXml(xml: string): Set<string> {
  const texts = new Set<string>()
  const open: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', () => open.push(''))
  parser.on('text', (text) => open.push((open.pop() ?? '') + text))
  parser.on('cdata', (text) => open.push((open.pop() ?? '') + text))
  parser.on('closetag', () => {
    const text = open.pop() ?? ''
    texts.add(inFeeds(text))
    // The content of an entry is HTML, and so is a title in which readers might see some.
    for (const inner of textsOfHtml(`<p>${text}</p>`)) texts.add(inner)
  })
  parser.write(xml).close()
  return texts
}

/**
 * What readers of feeds stop at, and what has no shape, is left out of feeds: before white space is collapsed, since a
 * space of no width is such a thing and no space.
 */
const inFeeds = (text: string): string =>
  collapsed(printable(text).replace(/[\ufffd\p{Default_Ignorable_Code_Point}]/gu, ''))

/** Feeds carry the beginning of what is longer; in UTF-16 code units. */
const SURELY_WHOLE = 250

/** Text of each element of a piece of HTML. */
function textsOfHtml(html: string): string[] {
  const texts: string[] = []
  const open: string[] = []
  new Parser({
    onopentag: () => open.push(''),
    ontext: (text) => open.push((open.pop() ?? '') + text),
    onclosetag: () => texts.push(inFeeds(open.pop() ?? '')),
  }).end(html)
  return texts
}

test('every feed and sitemap is XML, carries each text as it is, and every other file of data is JSON', () => {
  const files = textsBelow(output)
  const read = new Map<string, Set<string>>()
  for (const [path, text] of files) {
    if (/\.(?:json|webmanifest)$/.test(path)) expect(() => JSON.parse(text), path).not.toThrow()
    if (path.endsWith('.xml')) read.set(path, textsOfXml(text))
  }
  const altered: string[] = []
  for (const [path, wanted] of digest.feeds) {
    // With its archives, which carry what a feed has no room for.
    const own = [...read].filter(([file]) => dirname(file).startsWith(dirname(path)))
    const texts = new Set(own.flatMap(([, some]) => [...some]))
    const cut = [...texts].filter((text) => text.length > SURELY_WHOLE && text.endsWith('…'))
    const stands = (one: string) => texts.has(one) || cut.some((text) => one.startsWith(text.slice(0, -1)))
    altered.push(
      ...wanted
        .map(inFeeds)
        .filter((one) => one !== '' && !stands(one))
        .map((one) => `${path}: ${one}`),
    )
  }
  expect(altered).toEqual([])
  expect([...digest.feeds.values()].flat().length).toBeGreaterThan(500)
})
