import { quotedPieces } from '../../scripts/site/claims.ts'
import type { Cited } from '../../scripts/site/views.ts'
import { Mark } from './mark.tsx'

/** A sentence of an account word for word, what is quoted in it marked as such. */
export function CitedSentence({ cited, quotes = [] }: { cited: Cited; quotes?: string[] }) {
  if (!cited.sentence) return <p class="hint">Its text may not be printed here.</p>
  return (
    <blockquote class="cited" lang={cited.article.lang} dir="auto">
      {quotedPieces(cited.sentence, quotes).map(({ text, quoted }) =>
        quoted ? <q key={text}>{text}</q> : text,
      )}
    </blockquote>
  )
}

/** Who printed a sentence, linked to its paragraph. */
export function SourceLink({ cited: { article, url } }: { cited: Cited }) {
  const name = article.publisher?.name ?? article.agency
  return (
    <span class="source">
      <a href={url} aria-label={name && `${name}: ${article.title}`}>
        {name ?? article.title}
      </a>
      {article.sample && (
        <>
          {' '}
          <Mark>Sample</Mark>
        </>
      )}
    </span>
  )
}
