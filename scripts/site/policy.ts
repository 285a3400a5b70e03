/** What a page does beyond showing text, pictures and a style sheet of the site's own. */
export interface PageNeeds {
  /** Runs scripts of the site's own, and WebAssembly, over an index that they fetch from the site. */
  search?: boolean
}

/**
 * The content security policy of a page (Content Security Policy Level 3), for a `meta` element: nothing from another
 * host, no script, style, frame or form but what the page needs. Text that became markup in spite of all would find
 * nothing that it may do.
 */
export function contentPolicy({ search = false }: PageNeeds = {}): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    ...(search ? ["script-src 'self' 'wasm-unsafe-eval'"] : []),
    // Only scripts connect, of which most pages have none; auditing tools read robots.txt by the page's own leave.
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ')
}

/**
 * The policy of an edition as it is sent: nothing but styles in its elements, which are all that mail programs keep and
 * which the other pages forbid.
 */
export const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"
