import type { Account } from '../../scripts/site/views.ts'
import { ArticleEntry } from './article-entry.tsx'
import { count } from './count.ts'

/** Up to this many copies are shown at once; more are folded, so that one much-copied text does not fill the page. */
const SHOWN = 3

/** Independent accounts, the copies of each folded under it: a copy confirms nothing. */
export function AccountList({ accounts }: { accounts: Account[] }) {
  return (
    <ol class="accounts">
      {accounts.map(({ original, copies }) => (
        <li key={original.id}>
          <ArticleEntry article={original} copyMark={false} />
          {copies.length > 0 && (
            <details class="copies" open={copies.length <= SHOWN}>
              <summary>{count(copies.length, 'copy', 'copies')} of this account</summary>
              <ul>
                {copies.map((copy) => (
                  <li key={copy.id}>
                    <ArticleEntry article={copy} copyMark={false} />
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ol>
  )
}
