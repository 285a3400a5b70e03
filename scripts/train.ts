import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './terminal/command.ts'
import { readOptions, UsageError } from './terminal/options.ts'
import { type LabelledText, loadTexts, scoreSets } from './train/corpus.ts'
import { loadPages, variedPages } from './train/page-corpus.ts'
import { PAGE_PLAN, type Plan, TEXT_PLAN } from './train/plans.ts'
import { Trainer } from './train/trainer.ts'

const USAGE = `npm run train -- [--data DIR] [--only text|pages] [--weights DIR]

Trains the line model of the body step, prints precision, recall and F1 of each set, cross-validated by document, and
writes the weights.

  --data DIR     labelled texts and pages (../shared/eval: body-text, metadata-text, body-html, metadata-html)
  --only KIND    plain texts or saved pages; both where absent
  --weights DIR  where the weights are written (scripts/ingest/body-model)`

/** `varied` copies of the texts are trained on and not scored. */
function train(name: string, texts: LabelledText[], varied: LabelledText[], plan: Plan, file: string): void {
  const { first, second, model } = new Trainer([...texts, ...varied], plan).train()
  for (const [passes, choices] of Object.entries({ 'first pass': first, 'both passes': second })) {
    console.log(`${name}, ${passes}`)
    console.table(scoreSets(texts, choices.slice(0, texts.length)))
  }
  const json = JSON.stringify(model)
  writeFileSync(file, json)
  console.log(`${file}: ${json.length} bytes`)
}

function main(): number {
  const { data, only, weights } = readOptions(USAGE, {
    data: { type: 'string', default: '../shared/eval' },
    only: { type: 'string' },
    weights: { type: 'string', default: 'scripts/ingest/body-model' },
  })
  if (!existsSync(data)) throw new UsageError(`--data: ${data}: there is no such folder\n\n${USAGE}`)
  if (only !== undefined && only !== 'text' && only !== 'pages')
    throw new UsageError(`--only: ${only}: write text or pages\n\n${USAGE}`)
  if (only !== 'pages')
    train('plain text', loadTexts(data), [], TEXT_PLAN, join(weights, 'text-weights.json'))
  if (only === 'text') return 0
  const pages = loadPages(data)
  train('saved pages', pages, variedPages(pages), PAGE_PLAN, join(weights, 'page-weights.json'))
  return 0
}

await runCommand(main)
