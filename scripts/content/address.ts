/** White space, controls, what prints as nothing, and the backslash that browsers read as a slash. */
const DISGUISE = /[\s\p{Cc}\p{Cf}\p{Cs}\\]/u

/**
 * Whether a link may lead to an address outside the site, and where it then leads: to a page of the web or to a mailbox.
 * The one place that decides it, for front matter, Markdown and layouts alike. An address with a user name in it is
 * refused, since `https://ministry.example@other.example/` only looks like the ministry's.
 */
export function leadsTo(address: string): 'web' | 'mail' | undefined {
  if (DISGUISE.test(address)) return undefined
  if (/^mailto:/i.test(address)) return /^mailto:[^@?]+@[^@?]+(?:\?|$)/i.test(address) ? 'mail' : undefined
  if (!/^https?:\/\/[^/]/i.test(address) || !URL.canParse(address)) return undefined
  const { username, password } = new URL(address)
  return username || password ? undefined : 'web'
}
