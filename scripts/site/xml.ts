/** In well-formed text, whose surrogates all stand in pairs. */
const ILLEGAL = /[^\t\n\r\u0020-\ufffd]/
/** Illegal as well, or a sign of markup. */
const MARKED = /[^\t\n\r !#-%(-;=?-\ufffd]/
const MARKUP: (string | undefined)[] = []
for (const [sign, reference] of Object.entries({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}))
  MARKUP[sign.charCodeAt(0)] = reference
const LAST_SIGN = MARKUP.length - 1

/** Text with only the characters that XML 1.0 allows: strict readers stop at any other. */
export function xmlText(text: string): string {
  const whole = text.toWellFormed()
  return ILLEGAL.test(whole) ? whole.replace(new RegExp(ILLEGAL, 'g'), '') : whole
}

/** Text inside an element or attribute. */
export function escapeXml(text: string): string {
  const whole = text.toWellFormed()
  const first = whole.search(MARKED)
  if (first < 0) return whole
  const legal = xmlText(whole)
  let escaped = ''
  let from = 0
  for (let at = first; at < legal.length; at++) {
    const code = legal.charCodeAt(at)
    if (code > LAST_SIGN) continue
    const reference = MARKUP[code]
    if (reference === undefined) continue
    escaped += legal.slice(from, at) + reference
    from = at + 1
  }
  return escaped + legal.slice(from)
}
