import { cpSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { printable } from '../../../scripts/content/printable.ts'
import { editorSummary } from '../../../scripts/ingest/editor-summary.ts'
import { inert } from '../../../scripts/ingest/inert.ts'
import { ingest } from '../../../scripts/ingest/run.ts'
import { check } from '../../check.ts'
import { scratchFolder } from '../../scratch.ts'

const NO_WORK = { cleaned: 0, cleanedAgain: 0, filesWritten: 0 }
const FOLDER = join(import.meta.dirname, 'fixtures/upload')

test('an editor reads what is new, where it was put and why, and what wants a look', () => {
  const content = scratchFolder()
  cpSync('test/ingest/knowledge', content, { recursive: true })
  const sources = join(FOLDER, 'input')
  const options = { sources, content, explainNew: true }
  expect(editorSummary(ingest({ ...options, dryRun: true }))).toBe(editorSummary(ingest(options)))
  check(FOLDER, 'expected-again.md', editorSummary(ingest(options)))
  const fresh = scratchFolder()
  cpSync('test/ingest/knowledge', fresh, { recursive: true })
  check(FOLDER, 'expected.md', editorSummary(ingest({ ...options, content: fresh })))
})

test('a run that was not asked says nothing of its articles', () => {
  const content = scratchFolder()
  cpSync('test/ingest/knowledge', content, { recursive: true })
  expect(ingest({ sources: join(FOLDER, 'input'), content, dryRun: true }).newArticles).toEqual([])
})

test('a summary fits into a pull request', () => {
  const refused = Array.from({ length: 5000 }, (_, at) => ({ file: `${at}.bin`, fix: 'x'.repeat(500) }))
  const summary = editorSummary({
    files: [],
    refused,
    problems: [],
    unseen: [],
    newArticles: [],
    work: NO_WORK,
  })
  expect(summary.length).toBeLessThan(61_000)
  expect(summary).toMatch(/\n… and \d{4} lines more\.\n$/)
})

describe('what a text says', () => {
  const github = new MarkdownIt({ html: true, linkify: true })
  /** The text that is shown, and every element that shows it. */
  const shown = (markdown: string) => {
    const html = github.renderInline(markdown)
    const text = html
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&')
    return { html, text }
  }

  test.each([
    '@someone and @an-org/a-team',
    'see #12, GH-12, an-org/repo#3',
    'https://evil.example/ www.evil.example mail@evil.example',
    '![x](https://evil.example/x.png) [y](javascript:alert(1)) <img src=x onerror=alert(1)>',
    '::set-env name=PATH::/tmp\n::error::x',
    '# heading\n\n- [x] done\n\n```sh\nrm\n```',
    ':smile: $`x`$ $$y$$ [^1]',
    'right \u202e to left',
    '_www.evil.example *www.evil.example ~www.evil.example (www.evil.example _GH-12',
  ])('mentions, links and commands nothing: %s', (text) => {
    const { html } = shown(inert(text))
    expect(html).not.toMatch(/<[a-z]/)
    expect(html).not.toMatch(/@[\w]|#\d|gh-\d|:\/\/|www\.|::|:smile|\u202e/i)
    expect(inert(text)).not.toMatch(/[\n\r]/)
  })

  test('is shown as it is, but for spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(3), (word, at) => {
        const text = `a ${['@', '#', 'http://', '`<b>`'][at]}${word} z`
        const { html, text: read } = shown(inert(text))
        expect(html).not.toMatch(/<[a-z]/)
        const bare = (of: string) => of.replace(/[\s\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
        expect(bare(read)).toBe(bare(printable(text)))
      }),
    )
  })

  test('is cut where it is long, however long', () => {
    expect([...inert('x'.repeat(10_000_000))]).toHaveLength(201)
    expect(inert(`${' '.repeat(300_000)}x`)).toBe('x')
  })
})
