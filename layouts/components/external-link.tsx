import type { ComponentChildren } from 'preact'
import { leadsTo } from '../../scripts/content/address.ts'

interface ExternalLinkProps {
  href: string
  /**
   * The address was found in a source text. Nobody has vouched for it as an editor does for a reference, so search
   * engines are not to count the link as a recommendation.
   */
  found?: boolean
  children: ComponentChildren
}

/** The one link out of the digest; plain text when a link may not lead there. */
export function ExternalLink({ href, found = false, children }: ExternalLinkProps) {
  if (!leadsTo(href)) return <span>{children}</span>
  return (
    <a class="external" href={href} rel={found ? 'external noopener nofollow' : 'external noopener'}>
      {children}
    </a>
  )
}
