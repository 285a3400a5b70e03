import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lineFeatures } from '../ingest/body-model/features.ts'
import { candidateLines, sourceLines } from '../ingest/body-model/read-body.ts'
import type { Line, PageFacts } from '../ingest/draft.ts'
import { htmlBlocks } from '../ingest/html.ts'
import type { LabelledText } from './corpus.ts'
import { labelLines } from './labels.ts'
import { shingles, tokens } from './measure.ts'
import { vary } from './variation.ts'

/** Labelled saved pages. */

const SETS = ['body-html/scrapinghub', 'metadata-html/fundus-tests']

interface Gold {
  readonly id: string
  readonly body: string
  readonly title?: string
}

/** The labelled saved pages of a folder of sets; what cannot be read throws. */
export function loadPages(folder: string): LabelledText[] {
  return SETS.flatMap((path) => {
    const set = path.slice(path.indexOf('/') + 1)
    return readFileSync(join(folder, path, 'gold.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((row) => labelledPage(JSON.parse(row) as Gold, set, join(folder, path, 'sources')))
  })
}

function labelledPage(gold: Gold, set: string, sources: string): LabelledText {
  const page = htmlBlocks(readFileSync(join(sources, `${gold.id}.html`), 'utf8'))
  const candidates = candidateLines(page.lines).map((at) => page.lines[at] as Line)
  const lines = sourceLines(candidates)
  const { body } = labelLines(lines, gold.body)
  const headline = headlineBlocks(candidates, page.facts, gold.title)
  return {
    id: gold.id,
    set,
    lines,
    table: lineFeatures(lines),
    body,
    headline,
    gold: shingles(tokens(gold.body)),
    titleCounts: false,
  }
}

/** Blocks with the words of the known title, or else of what the page states as one. */
function headlineBlocks(
  lines: readonly Line[],
  facts: PageFacts,
  title: string | undefined,
): Uint8Array | null {
  const fold = (text: string): string => tokens(text).join(' ')
  const titles = new Set((title ? [title] : facts.titles).map(fold).filter(Boolean))
  const is = Uint8Array.from(lines, ({ text, markup }) =>
    titles.has(fold(text)) && (title || markup?.element.name === 'h1') ? 1 : 0,
  )
  return is.includes(1) ? is : null
}

/** One varied copy of each page, in a set of its own; a copy belongs to the fold of its page. */
export function variedPages(pages: readonly LabelledText[], seed = 1): LabelledText[] {
  return pages.map((page, i) => {
    const { kept, lines } = vary(page.lines, page.body, seed * 1000 + i)
    const body = Uint8Array.from(kept, (at) => page.body[at] as number)
    const headline = page.headline && Uint8Array.from(kept, (at) => page.headline?.[at] as number)
    const text = lines.flatMap((line, k) => (body[k] ? line.text : [])).join('\n')
    return {
      ...page,
      set: `${page.set}, varied`,
      lines,
      body,
      headline,
      table: lineFeatures(lines),
      gold: shingles(tokens(text)),
    }
  })
}
