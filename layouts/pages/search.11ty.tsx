import { byCodePoint } from '../../scripts/content/order.ts'
import { NO_YEAR } from '../../scripts/site/search-records.ts'
import type { Digest } from '../../scripts/site/views.ts'
import { Page } from '../components/page.tsx'

export const data = { permalink: 'search/index.html' }

type Choice = [value: string, name: string]

/** The field and its filters; `layouts/assets/search.js` shows them, since they do nothing without it. */
export function render({ digest }: { digest: Digest }) {
  return (
    <Page
      digest={digest}
      title="Search"
      description={`Search the stories and accounts of ${digest.site.title}.`}
      url={digest.href('search/')}
      needs={{ search: true }}
      script={digest.href('assets/search.js')}
    >
      <header class="page-head">
        <h1>Search</h1>
      </header>
      <search>
        <form id="search" class="search" hidden>
          <label for="q">Words in a story or an account; “in quotation marks” as they stand</label>
          <div class="field">
            <input id="q" name="q" type="search" autocomplete="off" />
            <button class="button" type="submit">
              Search
            </button>
          </div>
          <div class="filters">
            <Filter name="kind" label="Kind" all="Both" choices={KINDS} />
            <Filter name="topic" label="Topic" all="All topics" choices={topics(digest)} />
            <Filter name="year" label="Year" all="All years" choices={years(digest)} />
            <Filter name="publisher" label="Publisher" all="All publishers" choices={publishers(digest)} />
          </div>
        </form>
      </search>
      <p id="search-status" class="hint" role="status" />
      <ol id="search-results" class="results" />
      <button id="search-more" class="button more" type="button" hidden>
        More results
      </button>
      <p id="search-failed" hidden>
        The search index could not be loaded. <OtherWays digest={digest} />
      </p>
      <noscript>
        <p>
          Search runs in your browser and needs JavaScript, which is off. <OtherWays digest={digest} />
        </p>
      </noscript>
    </Page>
  )
}

function OtherWays({ digest }: { digest: Digest }) {
  return (
    <>
      Look up a <a href={digest.href('topics/')}>topic</a>, or find the story by its date in the{' '}
      <a href={digest.href('archive/')}>archive</a>.
    </>
  )
}

interface FilterProps {
  name: string
  label: string
  /** What no choice means. */
  all: string
  choices: Choice[]
}

/** One of each is enough: what several topics have in common has a page of its own. */
function Filter({ name, label, all, choices }: FilterProps) {
  return (
    <p>
      <label for={`by-${name}`}>{label}</label>
      <select id={`by-${name}`} name={name}>
        <option value="">{all}</option>
        {choices.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </p>
  )
}

const KINDS: Choice[] = [
  ['story', 'Stories'],
  ['article', 'Accounts'],
]

function topics({ topics }: Digest): Choice[] {
  return topics.map(({ id, name }) => [id, name])
}

/** Of stories and of accounts, newest first. */
function years({ stories, articles }: Digest): Choice[] {
  const all = new Set([...stories, ...articles].map(({ date }) => date?.slice(0, 4) ?? NO_YEAR))
  const known = [...all].filter((year) => year !== NO_YEAR).sort((a, b) => byCodePoint(b, a))
  const choices = known.map((year): Choice => [year, String(Number(year))])
  return all.has(NO_YEAR) ? [...choices, [NO_YEAR, 'Date not known']] : choices
}

/** Every outlet that an article names, in the registry or not. */
function publishers({ articles }: Digest): Choice[] {
  const names = articles.flatMap(({ publisher }) => (publisher ? [publisher.name] : []))
  return [...new Set(names)].sort(byCodePoint).map((name) => [name, name])
}
