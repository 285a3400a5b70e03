import type { DateFrom } from '../../content/article.ts'
import type { ArticleView, Digest, StoryView } from '../views.ts'
import type { ApiAccount, ApiDateFrom, ApiStory } from './contract.ts'

/** A story as programs read it. It says as much of each account as the page does, and never more than its rights allow. */
export function storyRecord(digest: Digest, story: StoryView): ApiStory {
  const { accounts, basis, corrections, date, dateFrom, id, references, summary, title, topics, url } = story
  return {
    id,
    url: digest.absolute(url),
    title,
    date: date ?? null,
    dateFrom: dateFromRecord(dateFrom),
    topics: topics.map((topic) => ({ id: topic.id, name: topic.name, url: digest.absolute(topic.url) })),
    summary,
    basis,
    accounts: accounts.flatMap(({ original, copies }) =>
      [original, ...copies].map((article) => accountRecord(digest, article)),
    ),
    references: references.map((reference) => ({
      title: reference.title,
      titleIs: reference.titleIs ?? null,
      publisher: reference.publisher ?? null,
      url: reference.url ?? null,
    })),
    corrections,
  }
}

function accountRecord(digest: Digest, article: ArticleView): ApiAccount {
  const { agency, authors, copyOf, date, dateFrom, id, lang, publisher, sample, sourceUrl, title, url } =
    article
  return {
    id,
    title,
    page: digest.absolute(url),
    url: sourceUrl ?? null,
    publisher: publisher?.name ?? null,
    agency: agency ?? null,
    authors,
    date: date ?? null,
    dateFrom: dateFromRecord(dateFrom),
    language: lang,
    copyOf: copyOf?.id ?? null,
    sample,
  }
}

function dateFromRecord(from: DateFrom | undefined): ApiDateFrom | null {
  if (!from) return null
  const { basis, claimed = null, confidence, why = null } = from
  return { basis, confidence, claimed, why }
}
