/** A result as the search page shows it. What strangers wrote becomes text nodes, never markup. */

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** @param {import('./search-index.js').Found} found */
export function entryOf({ url, excerpt, filters, meta: { title, date, publisher } }) {
  const link = element('a', title)
  link.href = url
  const heading = element('h2', link)
  heading.className = 'headline'
  const about = element('p', date ? dayOf(date) : 'date not known')
  about.className = 'eyebrow'
  if (url.includes('/articles/'))
    about.append(element('span', publisher ? `Account of ${publisher}` : 'Account'))
  about.append(...(filters.doubt ?? []).map((mark) => labelled(mark, 'mark doubt')))
  about.append(...(filters.mark ?? []).map((mark) => labelled(mark, 'mark')))
  const entry = element('li', about, heading)
  const summary = element('p', ...marked(excerpt))
  summary.className = 'summary'
  // Of what may only be linked the index has the title and nothing else.
  if (summary.textContent !== title) entry.append(summary)
  return entry
}

/**
 * @param {string} mark
 * @param {string} look
 */
function labelled(mark, look) {
  const label = element('span', mark)
  label.className = look
  return label
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
