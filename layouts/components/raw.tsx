interface RawProps {
  html: string
  class?: string
  lang?: string
}

/** The one way in for HTML. Only what our own Markdown reader wrote may be given to it. */
export function Raw({ html, class: name, lang }: RawProps) {
  return <div class={name} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
}
