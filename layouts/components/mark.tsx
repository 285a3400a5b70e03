import type { ComponentChildren } from 'preact'

/** Quiet label of provenance, such as "Sample" or "Date in doubt". */
export function Mark({ children }: { children: ComponentChildren }) {
  return <span class="mark">{children}</span>
}
