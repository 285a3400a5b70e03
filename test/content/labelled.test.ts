import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseYaml } from '../../scripts/content/front-matter.ts'
import { loadContent } from '../../scripts/content/load.ts'
import { readTopics } from '../../scripts/content/mentions.ts'
import { byCodePoint } from '../../scripts/content/order.ts'
import { compileRegistry } from '../../scripts/content/registry.ts'
import { tagsOf } from '../../scripts/ingest/salience.ts'

interface Labelled {
  text: string
  topics: string[]
}

const registry = compileRegistry(loadContent('content').topics)

/** The topics that a text names or implies, broader ones and parts left out. */
function spokenOf(text: string): Set<string> {
  const { paragraphs, implied } = readTopics('', text.trim().split(/\n{2,}/), registry)
  const named = paragraphs.flat().filter((mention) => mention.by !== 'part')
  return new Set([...named.map((mention) => mention.topic), ...implied.keys()])
}

describe('short labelled texts', () => {
  test.each(['tuned', 'held-back'])('%s', (half) => {
    const path = join(import.meta.dirname, 'labelled', `${half}.yaml`)
    const texts = parseYaml(readFileSync(path, 'utf8'), path) as Labelled[]
    let right = 0
    let found = 0
    let wanted = 0
    const wrong: string[] = []
    for (const { text, topics } of texts) {
      const got = spokenOf(text)
      const missed = topics.filter((topic) => !got.has(topic))
      const extra = [...got].filter((topic) => !topics.includes(topic))
      right += topics.length - missed.length
      found += got.size
      wanted += topics.length
      if (missed.length + extra.length > 0)
        wrong.push(
          `${text.slice(0, 80)}: missed ${missed.join(', ') || 'none'}; extra ${extra.join(', ') || 'none'}`,
        )
    }
    const precision = right / found
    const recall = right / wanted
    console.log(
      `${half}: ${texts.length} texts, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    )
    expect(texts.length).toBeGreaterThanOrEqual(40)
    expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.97)
    expect(recall, wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
  })
})

interface Tagged {
  headline: string
  text: string
  tags: string[]
}

test('texts with headlines get the tags that an editor would give, parts counted', () => {
  const path = join(import.meta.dirname, 'labelled', 'tagged.yaml')
  const texts = parseYaml(readFileSync(path, 'utf8'), path) as Tagged[]
  const given = texts.map(({ headline, text }) =>
    tagsOf(readTopics(headline, text.trim().split(/\n{2,}/), registry), registry).sort(byCodePoint),
  )
  const wrong = texts.flatMap(({ headline, tags }, at) => {
    const wanted = [...tags].sort(byCodePoint)
    return wanted.join() === given[at]?.join() ? [] : [{ headline, wanted, given: given[at] }]
  })
  expect(texts.length).toBeGreaterThanOrEqual(20)
  expect(wrong).toEqual([])
})
