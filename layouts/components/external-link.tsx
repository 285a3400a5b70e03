import type { ComponentChildren } from 'preact'

/** Link out of the digest; plain text when the address is not one of the web. */
export function ExternalLink({ href, children }: { href: string; children: ComponentChildren }) {
  if (!/^https?:\/\//i.test(href)) return <span>{children}</span>
  return (
    <a class="external" href={href} rel="external noopener">
      {children}
    </a>
  )
}
