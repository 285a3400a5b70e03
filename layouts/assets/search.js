import { entryOf } from './search-entry.js'
import { countsOf, load, search } from './search-index.js'

/**
 * The search page: what the reader types and chooses, asked of Pagefind's index, and shown. What comes out of the index
 * is text of strangers and becomes text nodes only. The address holds what is asked, so that it can be kept, sent and
 * gone back to.
 */

/**
 * @typedef {import('./search-index.js').Answer} Answer
 * @typedef {import('./search-index.js').Choices} Choices
 * @typedef {import('./search-index.js').Counts} Counts
 * @typedef {import('./search-index.js').Found} Found
 * @typedef {import('./search-index.js').Index} Index
 */

const AT_ONCE = 10
/** A reader who types faster than this asks once. */
const PAUSE_MS = 120

const form = /** @type {HTMLFormElement} */ (byId('search'))
const field = /** @type {HTMLInputElement} */ (byId('q'))
const status = byId('search-status')
const list = byId('search-results')
const more = byId('search-more')
const filters = [...form.querySelectorAll('select')]
const names = new Map(
  filters.flatMap((filter) =>
    [...filter.options].map((option) => /** @type {const} */ ([option, option.text])),
  ),
)

/** @type {Promise<Index> | undefined} */
let loading
/** @type {Answer['results']} */
let waiting = []
/** Counts the questions, so that a late answer to an earlier one is dropped. */
let question = 0
/** Whether what is asked was settled on, by the key or the mouse: what is typed next is then another question. */
let settled = true
let timer = 0

form.hidden = false
readAddress()
if (!field.value) field.focus()
void ask()

form.addEventListener('submit', (event) => {
  event.preventDefault()
  settled = true
  clearTimeout(timer)
  void ask()
})
field.addEventListener('change', () => {
  settled = true
})
field.addEventListener('input', () => {
  writeAddress(settled)
  settled = false
  clearTimeout(timer)
  timer = setTimeout(ask, PAUSE_MS)
})
for (const filter of filters)
  filter.addEventListener('change', () => {
    writeAddress(true)
    settled = true
    void ask()
  })
more.addEventListener('click', async () => {
  const current = question
  const entries = (await dataOf(waiting.slice(0, AT_ONCE))).map(entryOf)
  if (current !== question) return
  waiting = waiting.slice(AT_ONCE)
  more.hidden = waiting.length === 0
  list.append(...entries)
  entries[0]?.querySelector('a')?.focus()
})
addEventListener('popstate', () => {
  readAddress()
  settled = true
  void ask()
})

/** @param {string} id */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id))
}

function readAddress() {
  const address = new URLSearchParams(location.search)
  field.value = address.get('q') ?? ''
  for (const filter of filters) {
    filter.value = address.get(filter.name) ?? ''
    // A value that is no choice leaves nothing chosen, not even "all".
    if (filter.selectedIndex < 0) filter.value = ''
  }
}

/** @param {boolean} step Whether the back button is to come back to what was asked before. */
function writeAddress(step) {
  const asked = new URLSearchParams()
  if (field.value.trim()) asked.set('q', field.value.trim())
  for (const { name, value } of filters) if (value) asked.set(name, value)
  const address = asked.size > 0 ? `?${asked}` : location.pathname
  if (step) history.pushState(null, '', address)
  else history.replaceState(null, '', address)
}

/** @returns {{ query: string, choices: Choices }} */
function asked() {
  return {
    query: field.value.trim(),
    choices: Object.fromEntries(filters.filter(({ value }) => value).map(({ name, value }) => [name, value])),
  }
}

async function ask() {
  const current = ++question
  const { query, choices } = asked()
  try {
    loading ??= load()
    const index = await loading
    const nothing = !query && Object.keys(choices).length === 0
    const answer = nothing ? null : await search(index, query, choices)
    const counts = await countsOf(index, query, choices, answer)
    const results = answer?.results ?? []
    const found = await dataOf(results.slice(0, AT_ONCE))
    if (current !== question) return
    list.replaceChildren(...found.map(entryOf))
    waiting = results.slice(AT_ONCE)
    more.hidden = waiting.length === 0
    showCounts(counts)
    status.textContent = nothing ? '' : summed(results.length, query)
    byId('search-failed').hidden = true
  } catch {
    loading = undefined
    if (current !== question) return
    list.replaceChildren()
    more.hidden = true
    status.textContent = ''
    byId('search-failed').hidden = false
  }
}

/** @param {Counts} counts */
function showCounts(counts) {
  for (const filter of filters)
    for (const option of filter.options) {
      if (!option.value) continue
      const number = counts[filter.name]?.[option.value] ?? 0
      option.text = `${names.get(option)} (${number})`
      option.disabled = number === 0 && !option.selected
      option.hidden = option.disabled
    }
}

/**
 * @param {number} number
 * @param {string} query
 */
function summed(number, query) {
  const results = number === 0 ? 'Nothing' : number === 1 ? '1 result' : `${number} results`
  return query ? `${results} found for “${query}”` : `${results} found`
}

/**
 * @param {Answer['results']} results
 * @returns {Promise<Found[]>}
 */
function dataOf(results) {
  return Promise.all(results.map((result) => result.data()))
}
