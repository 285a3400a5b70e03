import type { ArticleView } from '../../scripts/site/views.ts'
import { count, grouped } from './count.ts'

/** What was done to a source text on its way in, for those who want to check. */
export function Receipt({ article }: { article: ArticleView }) {
  const { removed, sha256 } = article
  if (removed.length === 0 && !sha256) return null
  const lines = removed.reduce((sum, { count: kind }) => sum + kind, 0)
  return (
    <details class="receipt">
      <summary>How this text was cleaned</summary>
      <p>
        {lines ? `${count(lines, 'line')} of the source left out:` : 'No line of the source was left out.'}
      </p>
      {lines > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">Kind</th>
              <th scope="col">Lines</th>
            </tr>
          </thead>
          <tbody>
            {removed.map(({ kind, count: kindLines }) => (
              <tr key={kind}>
                <th scope="row">{kind}</th>
                <td>{grouped(kindLines)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {sha256 && (
        <dl>
          <dt>SHA-256 of the source</dt>
          <dd>
            <code>{sha256}</code>
          </dd>
        </dl>
      )}
    </details>
  )
}
