import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import yaml from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { loadContent } from '../../scripts/content/load.ts'
import { compileRegistry } from '../../scripts/content/registry.ts'
import { type Draft, emptyDraft, Refusal } from '../../scripts/ingest/draft.ts'
import { clean, STEPS } from '../../scripts/ingest/pipeline.ts'
import { RepeatedLines } from '../../scripts/ingest/repeated-lines.ts'
import { cases, check } from '../check.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')
const { topics, publishers } = loadContent(join(FIXTURES, '..', 'knowledge'))
const knowledge = { registry: compileRegistry(topics), publishers, repeated: new RepeatedLines() }

/** What a step answers for, as an editor would say it. */
const SHOWN: Record<string, (draft: Draft) => unknown> = {
  decode: ({ format, text }) => ({ format, text }),
  blocks: ({ lines, facts }) => ({
    lines: lines.map(({ kind, text, place }) => `${kind}${place ? ` (${place})` : ''}: ${text}`),
    facts,
  }),
  body: ({ lines, verdicts }) => lines.map(({ text }, at) => `${verdicts[at]?.verdict}: ${text}`),
  headline: ({ title }) => ({ title }),
  byline: ({ authors, credit }) => ({ authors, credit }),
  dateline: ({ dateline }) => ({ dateline }),
  address: ({ url }) => ({ url }),
  publisher: ({ publisher }) => ({ publisher }),
  'house-style': ({ title, body }) => ({ title, body: body.map((block) => block.text) }),
  agency: ({ agency }) => ({ agency }),
  language: ({ lang }) => ({ lang }),
  'printed-date': ({ printed }) => ({ printed }),
  doubt: ({ date, dateFrom }) => ({ date, dateFrom }),
  topics: ({ topics: found }) => ({ topics: found }),
  summary: ({ summary }) => ({ summary }),
}

function run(step: string, input: string): unknown {
  try {
    return SHOWN[step]?.(clean(emptyDraft(basename(input), readFileSync(input), ''), knowledge, step))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { refused: `${error.field}: ${error.message}` }
  }
}

describe.each(STEPS.map(([name]) => name))('step %s', (step) => {
  const all = cases(join(FIXTURES, step))

  test('has at least five cases', () => expect(all.length).toBeGreaterThanOrEqual(5))

  test.each(all)('$name', ({ folder, input }) => {
    check(folder, 'expected.yaml', yaml.dump(JSON.parse(JSON.stringify(run(step, input))), { lineWidth: -1 }))
  })
})
