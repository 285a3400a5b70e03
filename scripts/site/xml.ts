/** In well-formed text, whose surrogates all stand in pairs. */
const ILLEGAL = /[^\t\n\r\u0020-\ufffd]/
const MARKUP: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text with only the characters that XML 1.0 allows: strict readers stop at any other. */
export function xmlText(text: string): string {
  const whole = text.toWellFormed()
  return ILLEGAL.test(whole) ? whole.replace(new RegExp(ILLEGAL, 'g'), '') : whole
}

/** Text inside an element or attribute. */
export function escapeXml(text: string): string {
  return xmlText(text).replace(/[&<>"']/g, (sign) => MARKUP[sign] ?? sign)
}
