import { byCodePoint } from '../../scripts/content/order.ts'
import { contentWords } from '../../scripts/content/words.ts'
import type { StoryView } from '../../scripts/site/views.ts'

type Vector = Map<string, number>

/** Ids of the stories related to each dated story, told without any shortcut but the proposing itself, by the story's id. */
export function plainRelated(stories: StoryView[]): Map<string, string[]> {
  const dated = stories
    .filter(({ date }) => date)
    .sort((a, b) => byCodePoint(a.date ?? '', b.date ?? '') || byCodePoint(a.id, b.id))
  const vectors = weighed(dated.map(features))
  const having = (feature: string) => [...vectors.keys()].filter((at) => vectors[at]?.has(feature))
  return new Map(
    dated.map(({ id }, at) => {
      const own = vectors[at] as Vector
      const common = new Map<number, number>()
      for (const [feature, weight] of [...own]
        .sort(([a, x], [b, y]) => y - x || byCodePoint(a, b))
        .slice(0, 12))
        for (const other of [
          ...having(feature)
            .filter((text) => text < at)
            .slice(-10),
          ...having(feature)
            .filter((text) => text > at)
            .slice(0, 10),
        ])
          common.set(other, (common.get(other) ?? 0) + weight * (vectors[other]?.get(feature) ?? 0))
      const chosen = [(other: number) => other < at, (other: number) => other > at].flatMap((side) =>
        [...common]
          .filter(([other]) => side(other))
          .sort(([a, x], [b, y]) => y - x || a - b)
          .slice(0, 8)
          .map(([other]) => ({ other, likeness: cosine(own, vectors[other] as Vector) }))
          .filter(({ likeness }) => likeness >= 0.08)
          .sort((a, b) => b.likeness - a.likeness || a.other - b.other)
          .slice(0, 3)
          .sort((a, b) => a.other - b.other),
      )
      return [id, chosen.map(({ other }) => dated[other]?.id ?? '')]
    }),
  )
}

function features({ title, summary, topics }: StoryView): Vector {
  const counts: Vector = new Map(contentWords(`${title}\n${summary}`).map((word) => [word, 1]))
  for (const { id } of topics) counts.set(`#${id}`, Math.E ** 2)
  return counts
}

function weighed(counts: Vector[]): Vector[] {
  const frequency = (feature: string) => counts.filter((text) => text.has(feature)).length
  return counts.map((text) => {
    const weights = [...text].map(
      ([feature, count]) =>
        [feature, (1 + Math.log(count)) * Math.log((counts.length + 1) / frequency(feature))] as const,
    )
    const norm = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1
    return new Map(weights.map(([feature, weight]) => [feature, weight / norm]))
  })
}

function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [feature, weight] of small) sum += weight * (large.get(feature) ?? 0)
  return sum
}
