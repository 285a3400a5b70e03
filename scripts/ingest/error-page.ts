import { sentences } from '../content/sentences.ts'
import { type Draft, Refusal } from './draft.ts'

/** What pages are headed that stand in an article's place. */
const HEAD = new RegExp(
  `^(?:${[
    '(?:sorry, |oops[!,.]? )?(?:this |the )?(?:page|file|article|content|site|service)? ?(?:could |was |is |has )?(?:not (?:be )?found|not available|(?:temporarily )?unavailable|no longer available|been blocked)',
    'access (?:to this (?:page|site) )?(?:has been |is )?denied|forbidden|bad gateway|internal server error|too many requests',
    '(?:just )?(?:a|one) moment(?:, please)?|please wait|attention required|checking your browser(?: before .{1,40})?',
    '(?:please )?(?:verify|verifying|confirm)(?: that)? you are (?:a |not a )?(?:human|robot|bot)|are you (?:a )?(?:human|robot)|security check|human verification',
    '(?:please )?(?:enable|turn on) (?:javascript|cookies)(?: and (?:javascript|cookies))?(?: to continue)?|javascript (?:is )?(?:required|disabled)',
    'before you continue(?: to .{1,30})?|(?:we value )?your privacy(?: choices)?|(?:we use|accept) cookies|cookie (?:consent|settings|notice)',
    'seite nicht gefunden|zugriff verweigert|page (?:introuvable|non trouvée)|accès refusé|página no encontrada|acceso denegado|pagina non trovata|pagina niet gevonden|страница не найдена|доступ (?:запрещ[её]н|ограничен)|сторінку не знайдено',
  ].join('|')})$`,
  'iu',
)
const CODE = /^(?:(?:error|http|status)\P{L}{0,3})?(?:4\d\d|5\d\d)(?:\P{L}{1,3}|$)(?:error$)?/iu
/** A site's name behind it, told from the rest of a headline by its capitals. */
const SITE = /\s?[-–—|·:]\s\p{Lu}[\p{L}\p{N}.'’]*(?:\s(?:of|the|and|\p{Lu}[\p{L}\p{N}.'’]*)){0,4}$/u
/** How such pages go on: they speak to who asked for the page, of the page or the browser. */
const SPEAKS_OF_ITSELF =
  /\byou (?:don['’]t|do not) have (?:permission|access)|\b(?:page|article|address|url|link|content)\b.{0,40}\b(?:looking for|requested|does(?: not|n['’]t) exist|no longer exists|(?:been|was) (?:moved|removed|deleted))|\bcould(?: not|n['’]t) (?:be found|find)\b|\b(?:enable|allow|turn on|accept|uses?) (?:javascript|cookies)|\byour (?:web )?browser\b|\bprocess is automatic\b|\b(?:reference #|ray id|incident id|request id)|\b(?:verify|confirm|make sure|checking)\b.{0,30}\byou(?:['’]re| are)\b|\bunusual (?:traffic|activity)\b|\bon this server\b|\b(?:go back|return) to (?:the|our) (?:home|front)|\btry (?:our search|again)|\bpersonal data\b|\bour partners\b|\bprivacy (?:policy|settings|choices)|existiert nicht|gesuchte seite|n['’]existe (?:pas|plus)|no existe|non esiste|bestaat niet|не существует|не найдена|была удалена/iu
/** How reports go on. */
const TELLS = /\b(?:said|says|told|tells|according to|reported|announced)\b|[“”«»„]/i
const FIRST_LINES = 10
const LONGEST_HEAD = 120
const MOST_WORDS = 150

/**
 * Refuses what a server sent in place of the article: that it was not found, is not for everybody, or wants a browser or
 * consent first. Both its heading and most of its few sentences must say so: a report may be about such a page.
 */
export function refuseErrorPage({ lines, facts, body }: Draft): void {
  const heads = [...facts.titles, ...lines.slice(0, FIRST_LINES).map(({ text }) => text)]
  const head = heads.find((text) => text.length <= LONGEST_HEAD && isHead(text))
  if (head === undefined) return
  const text = body.map((block) => block.text).join('\n')
  if (TELLS.test(text) || text.split(/\s+/, MOST_WORDS + 1).length > MOST_WORDS) return
  const said = body.flatMap((block) => sentences(block.text)).filter((sentence) => !isHead(sentence))
  const ofItself = said.filter((sentence) => SPEAKS_OF_ITSELF.test(sentence))
  if (ofItself.length < said.length / 2) return
  throw new Refusal(
    'text',
    head,
    'this is what the server sent in place of the article (an error, a check of the browser, a question for consent); open the page in a browser and save it again',
  )
}

function isHead(text: string): boolean {
  const bare = text.replace(SITE, '').replace(/[.!?…\s]+$/, '')
  const rest = bare.replace(CODE, '')
  return HEAD.test(rest) || (rest === '' && bare !== '')
}
