import type { Reference } from '../../content/story.ts'
import { modifiedOn, publishedOn } from '../story-days.ts'
import { sureDay } from '../sure-day.ts'
import type { ArticleView, Digest, StoryView } from '../views.ts'
import { publisherOf, type Thing } from './thing.ts'
import { topicRefThing } from './topic-thing.ts'
import { webSiteRef } from './web-site.ts'

/**
 * A story as schema.org has it. `isBasedOn` names the independent accounts, `citation` the references; copies are
 * neither, since they add nothing. `temporalCoverage` is the day of the event; a day in doubt is left out.
 */
export function newsArticle(digest: Digest, story: StoryView): Thing {
  const url = digest.absolute(story.url)
  return {
    '@type': 'NewsArticle',
    '@id': `${url}#story`,
    url,
    mainEntityOfPage: url,
    headline: story.title,
    description: story.summary || undefined,
    temporalCoverage: sureDay(story),
    datePublished: publishedOn(story),
    dateModified: modifiedOn(story),
    inLanguage: digest.site.language,
    isAccessibleForFree: true,
    isPartOf: webSiteRef(digest),
    publisher: publisherOf(digest),
    author: {
      '@type': 'Organization',
      name: digest.site.author,
      url: digest.absolute(digest.href('about/')),
    },
    image: digest.picture && digest.absolute(digest.picture.url),
    about: some(story.topics.map((topic) => topicRefThing(digest, topic))),
    isBasedOn: some(story.accounts.map(({ original }) => accountThing(digest, original))),
    citation: some(story.references.map(referenceThing)),
    correction: some(
      story.corrections.map(({ date, text }) => ({
        '@type': 'CorrectionComment',
        text,
        datePublished: date,
      })),
    ),
  }
}

function accountThing(digest: Digest, article: ArticleView): Thing {
  const { agency, lang, publisher, sample, sourceUrl, title } = article
  return {
    '@type': 'NewsArticle',
    headline: title,
    url: sourceUrl ?? digest.absolute(article.url),
    publisher: organisation(publisher?.name),
    sourceOrganization: organisation(agency),
    datePublished: sureDay(article),
    inLanguage: lang,
    creativeWorkStatus: sample ? 'Sample' : undefined,
  }
}

function referenceThing({ title, titleIs, publisher, url }: Reference): Thing {
  return {
    '@type': 'CreativeWork',
    [titleIs === 'description' ? 'description' : 'name']: title,
    url,
    publisher: organisation(publisher),
  }
}

function organisation(name: string | undefined): Thing | undefined {
  return name === undefined ? undefined : { '@type': 'Organization', name }
}

function some<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined
}
