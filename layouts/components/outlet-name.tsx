import type { ArticleView } from '../../scripts/site/views.ts'
import { Mark } from './mark.tsx'

/** Who printed an article, or wrote it where no publisher is known. */
export function outletOf({ publisher, agency }: ArticleView): string | undefined {
  return publisher?.name ?? agency
}

/** An outlet whose name is not known, within a sentence. */
export const UNNAMED = 'unnamed outlet'

/** The outlet, unlinked, and marked if it was invented. */
export function OutletName({ article }: { article: ArticleView }) {
  const invented = article.publisher ? article.publisher.sample : article.sample
  return (
    <>
      <bdi>{outletOf(article) ?? 'publisher not known'}</bdi>
      {invented && (
        <>
          {' '}
          <Mark>Sample</Mark>
        </>
      )}
    </>
  )
}
