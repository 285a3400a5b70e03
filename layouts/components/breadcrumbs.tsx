import type { Crumb } from '../../scripts/site/json-ld/breadcrumb-list.ts'

/** Way from the front page to here; the page itself is not repeated, its headline follows. */
export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav class="breadcrumbs" aria-label="Breadcrumb">
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.url}>
            <a href={crumb.url}>{crumb.name}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
