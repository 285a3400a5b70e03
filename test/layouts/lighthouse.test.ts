import { join } from 'node:path'
import lighthouse, { type RunnerResult } from 'lighthouse'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { command, scratchFolder } from '../scratch.ts'
import { freePort, launch, serve } from './browser.ts'
import { KINDS } from './kinds.ts'

let browser: Browser
let port: number
let site: { url: string; close: () => void }

beforeAll(async () => {
  const output = join(scratchFolder(), 'site')
  expect(command('build', ['--output', output, '--path-prefix', '/repo/'])).toMatchObject({ code: 0 })
  site = await serve(output, '/repo/')
  port = await freePort()
  browser = await launch([`--remote-debugging-port=${port}`])
})

afterAll(async () => {
  await browser?.close()
  site?.close()
})

/** The pages are there at once: nothing loads later that would have to be waited for. */
const NO_WAIT = {
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 100,
  cpuQuietThresholdMs: 100,
  disableFullPageScreenshot: true,
}

/** By design: a text of somebody else's is not for search engines, the story that tells of it is. */
const NOT_FOR_SEARCH_ENGINES = 'is-crawlable'

/** What the audits say of a page: scores in per cent, audits that took something off them, and what was loaded. */
async function audited(path: string) {
  const { lhr } = (await lighthouse(site.url + path, {
    port,
    output: 'json',
    logLevel: 'silent',
    onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
    ...NO_WAIT,
  })) as RunnerResult
  const failed = Object.values(lhr.categories).flatMap(({ id, auditRefs }) =>
    auditRefs
      .filter(({ weight }) => weight > 0 && id !== 'performance')
      .filter((ref) => (lhr.audits[ref.id]?.score ?? 1) < 1)
      .map((ref) => ref.id),
  )
  const figure = (id: string) => lhr.audits[id]?.numericValue
  const requests = lhr.audits['network-requests']?.details
  const loaded = (requests && 'items' in requests ? requests.items : []) as { resourceType?: string }[]
  return {
    speed: Math.round(100 * (lhr.categories.performance?.score ?? 0)),
    failed,
    shift: figure('cumulative-layout-shift'),
    bytes: figure('total-byte-weight') ?? Number.POSITIVE_INFINITY,
    kinds: loaded.map(({ resourceType }) => resourceType),
  }
}

/**
 * The score for performance, the median of three where the first is not the best. It depends on the machine as well, and
 * so is asked only of one that has nothing else to do.
 */
async function speedOf(path: string, first: number): Promise<number> {
  if (first === 100) return first
  const others = [await audited(path), await audited(path)].map(({ speed }) => speed)
  return Number([first, ...others].toSorted((a, b) => a - b)[1])
}

test.each(['front', 'story', 'article', 'topic', 'timeline', 'search'] as const)(
  '%s: accessibility, best practices and search engines 100, and nothing that makes it slow',
  async (kind) => {
    const isSearch = kind === 'search'
    const { speed, failed, shift, bytes, kinds } = await audited(KINDS[kind])
    expect(failed).toEqual(kind === 'article' ? [NOT_FOR_SEARCH_ENGINES] : [])
    expect(shift).toBe(0)
    expect(bytes).toBeLessThan(isSearch ? 400_000 : 100_000)
    if (!isSearch) expect(kinds).toEqual(['Document', 'Stylesheet'])
    if (process.env.LIGHTHOUSE_PERFORMANCE)
      expect(await speedOf(KINDS[kind], speed)).toBeGreaterThanOrEqual(isSearch ? 95 : 100)
  },
)
