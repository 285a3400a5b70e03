import type { Crumb } from '../../scripts/site/json-ld/breadcrumb-list.ts'

interface NeighboursProps {
  /** The earlier one in time. */
  earlier?: Crumb
  later?: Crumb
  label: string
}

/** Steps to the period before and after. */
export function Neighbours({ earlier, later, label }: NeighboursProps) {
  if (!earlier && !later) return null
  return (
    <nav class="neighbours" aria-label={label}>
      {earlier && (
        <a class="earlier" href={earlier.url}>
          {earlier.name}
        </a>
      )}
      {later && (
        <a class="later" href={later.url}>
          {later.name}
        </a>
      )}
    </nav>
  )
}
