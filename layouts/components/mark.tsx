import type { ComponentChildren } from 'preact'
import type { MarkView } from '../../scripts/site/marks.ts'

interface MarkProps {
  /** Says that something is not certain, and not only where it comes from. */
  doubt?: boolean
  children: ComponentChildren
}

/** Quiet label of provenance, such as "Sample" or "Date in doubt". */
export function Mark({ doubt = false, children }: MarkProps) {
  return <span class={doubt ? 'mark doubt' : 'mark'}>{children}</span>
}

/** The labels of a story or an article, one behind the other. */
export function Marks({ marks }: { marks: MarkView[] }) {
  return (
    <>
      {marks.map(({ text, doubt }) => (
        <Mark key={text} doubt={doubt}>
          {text}
        </Mark>
      ))}
    </>
  )
}
