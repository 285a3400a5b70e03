import type { ComponentChildren } from 'preact'

interface MarkProps {
  /** Says that something is not certain, and not only where it comes from. */
  doubt?: boolean
  children: ComponentChildren
}

/** Quiet label of provenance, such as "Sample" or "Date in doubt". */
export function Mark({ doubt = false, children }: MarkProps) {
  return <span class={doubt ? 'mark doubt' : 'mark'}>{children}</span>
}
