/**
 * The e-mail's styles, written into each element: mail programs drop sheets. A colour is said twice, for programs that
 * know one scheme and for those that know both; the latter's is the site's own.
 */
const INK = 'color:#16191c;color:light-dark(#16191c,#e9e7e2)'
const SOFT = 'color:#474d53;color:light-dark(#474d53,#b6babe)'
const LINK = 'color:#0b4c5f;color:light-dark(#0b4c5f,#8fcbdb)'
const DOUBT = 'color:#7a2e0e;color:light-dark(#7a2e0e,#f0b392)'
const PAPER = 'background-color:#ffffff;background-color:light-dark(#ffffff,#14171a)'
const SMALL = 'font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:20px;margin:0'

export const MAIL_STYLE = {
  body: `margin:0;padding:0;color-scheme:light dark;${PAPER};${INK}`,
  /** What the list of mails shows beside the subject; in the mail itself it would say everything twice. */
  preheader: 'display:none;max-height:0;overflow:hidden',
  sheet: `max-width:600px;margin:0 auto;padding:24px 16px;font-family:Georgia,serif;font-size:17px;line-height:26px;word-break:break-word;${INK}`,
  name: 'font-family:Georgia,serif;font-size:20px;line-height:26px;font-weight:bold;margin:0',
  title: 'font-family:Georgia,serif;font-size:28px;line-height:34px;margin:16px 0 4px',
  section:
    'font-family:Georgia,serif;font-size:20px;line-height:26px;margin:32px 0 0;padding-top:8px;border-top:2px solid #8a9097',
  headline: 'font-family:Georgia,serif;font-size:18px;line-height:24px;margin:0',
  story: 'margin:16px 0 0',
  summary: 'margin:4px 0',
  soft: `${SMALL};${SOFT}`,
  mark: `font-weight:bold;${DOUBT}`,
  link: LINK,
  foot: `${SMALL};margin-top:32px;padding-top:8px;border-top:1px solid #8a9097;${SOFT}`,
} as const

export type MailStyle = Partial<Record<keyof typeof MAIL_STYLE, string>>
