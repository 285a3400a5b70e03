interface RawProps {
  html: string
  class?: string
  lang?: string
}

/**
 * The one way in for HTML. Only what our own Markdown reader wrote may be given to it. Text of another language is set in
 * the direction of its letters.
 */
export function Raw({ html, class: name, lang }: RawProps) {
  return (
    <div
      class={name}
      lang={lang}
      dir={lang ? 'auto' : undefined}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
