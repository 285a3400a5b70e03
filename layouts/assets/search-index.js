/** Pagefind's index, and what is asked of it. */

/**
 * @typedef {Record<string, string>} Choices What is chosen of each filter; nothing is the empty string.
 * @typedef {Record<string, Record<string, number>>} Counts
 * @typedef {{ url: string, excerpt: string, meta: { title: string, date?: string, publisher?: string }, filters: Record<string, string[]> }} Found
 * @typedef {{ results: { id: string, score: number, data(): Promise<Found> }[], filters: Counts }} Answer
 * @typedef {{
 *   options(options: { excerptLength: number, excerptEllipsis: string, ranking: { metaWeights: Record<string, number> } }): Promise<void>,
 *   filters(): Promise<Counts>,
 *   search(query: string | null, options: { filters: Choices, sort?: Record<string, 'asc' | 'desc'> }): Promise<Answer | null>,
 * }} Index
 */

const EXCERPT_WORDS = 40
/** A story is what the digest has to say; its accounts repeat its words. */
const STORY_WEIGHT = 1.5

/** @returns {Promise<Index>} */
export async function load() {
  const address = new URL('../pagefind/pagefind.js', import.meta.url).href
  const index = /** @type {Index} */ (await import(address))
  await index.options({
    excerptLength: EXCERPT_WORDS,
    excerptEllipsis: '…',
    ranking: { metaWeights: { title: 5, publisher: 1, date: 0 } },
  })
  // Answers count by filter only once all filters are there.
  await index.filters()
  return index
}

/**
 * What matches best comes first, stories before accounts that match about as well; without a word to match, what is
 * newest.
 *
 * @param {Index} index
 * @param {string} query
 * @param {Choices} choices
 */
export async function search(index, query, choices) {
  if (!query) return index.search(null, { filters: choices, sort: { date: 'desc' } })
  const answer = await index.search(query, { filters: choices })
  if (!answer || choices.kind) return answer
  const stories = await index.search(query, { filters: { ...choices, kind: 'story' } })
  const ids = new Set(stories?.results.map(({ id }) => id))
  const rank = (/** @type {Answer['results'][number]} */ { id, score }) =>
    ids.has(id) ? STORY_WEIGHT * score : score
  return { ...answer, results: answer.results.sort((a, b) => rank(b) - rank(a)) }
}

/**
 * How many results each choice would leave: of a filter in use, what there would be without it.
 *
 * @param {Index} index
 * @param {string} query
 * @param {Choices} choices
 * @param {Answer | null} answer
 * @returns {Promise<Counts>}
 */
export async function countsOf(index, query, choices, answer) {
  if (!answer) return index.filters()
  const counts = { ...answer.filters }
  for (const name of Object.keys(choices)) {
    const { [name]: _, ...others } = choices
    const all = query || Object.keys(others).length > 0
    const found = all ? (await search(index, query, others))?.filters : await index.filters()
    counts[name] = found?.[name] ?? {}
  }
  return counts
}
