/**
 * The search page: what the reader types and chooses, asked of Pagefind's index, and shown. What comes out of the index
 * is text of strangers and becomes text nodes only. The address holds what is asked, so that it can be kept, sent and
 * gone back to.
 */

/**
 * @typedef {Record<string, string>} Choices What is chosen of each filter; nothing is the empty string.
 * @typedef {{ query: string, choices: Choices }} Asked
 * @typedef {Record<string, Record<string, number>>} Counts
 * @typedef {{ url: string, excerpt: string, meta: { title: string, date?: string, publisher?: string } }} Found
 * @typedef {{ results: { data(): Promise<Found> }[], filters: Counts }} Answer
 * @typedef {{
 *   options(options: { excerptLength: number, excerptEllipsis: string }): Promise<void>,
 *   filters(): Promise<Counts>,
 *   search(query: string | null, options: { filters: Choices }): Promise<Answer | null>,
 * }} Index
 */

const AT_ONCE = 10
const EXCERPT_WORDS = 40
/** A reader who types faster than this asks once. */
const PAUSE_MS = 120
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

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
  const shown = list.children.length
  await showMore(question)
  list.children[shown]?.querySelector('a')?.focus()
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

/** @returns {Asked} */
function asked() {
  return {
    query: field.value.trim(),
    choices: Object.fromEntries(filters.filter(({ value }) => value).map(({ name, value }) => [name, value])),
  }
}

/** @returns {Promise<Index>} */
async function load() {
  const address = new URL('../pagefind/pagefind.js', import.meta.url).href
  const index = /** @type {Index} */ (await import(address))
  await index.options({ excerptLength: EXCERPT_WORDS, excerptEllipsis: '…' })
  return index
}

async function ask() {
  const current = ++question
  const { query, choices } = asked()
  try {
    loading ??= load()
    const index = await loading
    const nothing = !query && Object.keys(choices).length === 0
    const answer = nothing ? null : await index.search(query || null, { filters: choices })
    const counts = await countsOf(index, query, choices, answer)
    if (current !== question) return
    list.replaceChildren()
    waiting = answer?.results ?? []
    showCounts(counts)
    status.textContent = nothing ? '' : summed(waiting.length, query)
    await showMore(current)
  } catch {
    loading = undefined
    if (current !== question) return
    list.replaceChildren()
    more.hidden = true
    status.textContent = ''
    byId('search-failed').hidden = false
  }
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
async function countsOf(index, query, choices, answer) {
  if (!answer) return index.filters()
  const counts = { ...answer.filters }
  for (const name of Object.keys(choices)) {
    const { [name]: _, ...others } = choices
    const all = query || Object.keys(others).length > 0
    const found = all
      ? (await index.search(query || null, { filters: others }))?.filters
      : await index.filters()
    counts[name] = found?.[name] ?? {}
  }
  return counts
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

/** @param {number} current The question that the results are for. */
async function showMore(current) {
  const found = await Promise.all(waiting.slice(0, AT_ONCE).map((result) => result.data()))
  if (current !== question) return
  waiting = waiting.slice(AT_ONCE)
  list.append(...found.map(entryOf))
  more.hidden = waiting.length === 0
}

/** @param {Found} found */
function entryOf({ url, excerpt, meta: { title, date, publisher } }) {
  const link = element('a', title)
  link.href = url
  const heading = element('h2', link)
  heading.className = 'headline'
  const about = element('p', date ? dayOf(date) : 'date not known')
  about.className = 'eyebrow'
  if (url.includes('/articles/'))
    about.append(element('span', publisher ? `Account of ${publisher}` : 'Account'))
  const entry = element('li', about, heading)
  if (excerpt) {
    const summary = element('p', ...marked(excerpt))
    summary.className = 'summary'
    entry.append(summary)
  }
  return entry
}

/** @param {string} date `YYYY-MM-DD` */
function dayOf(date) {
  const [year, month, day] = date.split('-').map(Number)
  const time = element('time', `${day} ${MONTHS[Number(month) - 1]} ${year}`)
  time.dateTime = date
  return time
}

/**
 * An excerpt, in which Pagefind writes <mark> around what was found and &lt; and &gt; for what is not its own.
 *
 * @param {string} excerpt
 */
function marked(excerpt) {
  return excerpt.split(/<mark>|<\/mark>/).map((part, at) => {
    const text = part.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
    return at % 2 === 1 ? element('mark', text) : text
  })
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {...(Node | string)} children
 */
function element(name, ...children) {
  const made = document.createElement(name)
  made.append(...children)
  return made
}
