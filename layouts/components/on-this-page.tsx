interface OnThisPageProps {
  places: { id: string; name: string }[]
  /** Only where parts that stand beside each other elsewhere lie far below each other. */
  narrow?: boolean
  label?: string
}

/** Links to the parts of a long page; none where there is nothing to choose. */
export function OnThisPage({ places, narrow = false, label = 'On this page' }: OnThisPageProps) {
  if (places.length < 2) return null
  return (
    <nav class={narrow ? 'jump narrow-only' : 'jump'} aria-label={label}>
      <ul>
        {places.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
