/** One page of several, as the pagination needs it. */
interface NumberedPage {
  number: number
  url: string
}

interface PaginationProps {
  pages: NumberedPage[]
  current: number
  /** What is paged, for the landmark's name. */
  label: string
}

/** Pages near the current one, the first and the last; nothing for a single page. */
export function Pagination({ pages, current, label }: PaginationProps) {
  if (pages.length < 2) return null
  const previous = pages.find((page) => page.number === current - 1)
  const next = pages.find((page) => page.number === current + 1)
  const shown = pages.filter(
    ({ number }) => number === 1 || number === pages.length || Math.abs(number - current) < 2,
  )
  return (
    <nav class="pagination" aria-label={label}>
      {previous && (
        <a rel="prev" href={previous.url}>
          Newer
        </a>
      )}
      <ol>
        {shown.map((page, index) => (
          <li key={page.number} class={page.number - (shown[index - 1]?.number ?? 0) > 1 ? 'gap' : undefined}>
            <a href={page.url} aria-current={page.number === current ? 'page' : undefined}>
              <span class="unseen">Page </span>
              {page.number}
            </a>
          </li>
        ))}
      </ol>
      {next && (
        <a rel="next" href={next.url}>
          Older
        </a>
      )}
    </nav>
  )
}
