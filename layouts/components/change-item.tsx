import type { ComponentChildren } from 'preact'

/** One kind of change in the list of an outlet's changes. */
export function ChangeItem({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
