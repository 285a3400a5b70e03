/**
 * Words and phrases by which the trade's furniture gives itself away: share bars, related links, comments, captions.
 *
 * Phrases are looked for in the first and last characters of a line only, so the work per line is bounded.
 */

const WORD_CLASSES = {
  common:
    'the of and to in a that is was for on with as by at from it he she they his her their has have had be are were an this which who but not been would will said der die das und ist nicht mit von den dem le la les des du est dans une que pour qui pas el los las en por con una para il che di per non del è и в на не что с по как w się na z nie do',
  share:
    'share tweet email print facebook twitter linkedin pinterest reddit whatsapp telegram google digg stumbleupon delicious tumblr instagram youtube flipboard messenger pocket viber skype fark newsvine myspace buffer bookmark sms rss like recommend send copy link vk partager teilen compartilhar compartir condividi поделиться udostępnij 공유',
  navigation:
    'home news contact about login logout register search menu sport sports business politics opinion entertainment lifestyle tech technology science health weather video videos photos galleries jobs classifieds archive archives sitemap faq help advertise privacy terms cookies cookie policy careers world local money travel autos cars shop store blog blogs forum forums horoscopes crosswords tv radio podcasts magazine sections subscribe subscription account profile mobile apps settings next previous prev back top page skip close startseite impressum datenschutz accueil inicio contato fale contatti chi главная контакты kontakt',
  comments:
    'comment comments reply replies commented commenter disqus moderated moderator abuse flag report spam upvote permalink likes votes vote rating rated guest anonymous kommentare kommentar commentaires commentaire comentarios comentários commenti комментарии komentarze 댓글',
  related:
    'related recommended trending popular latest stories headlines more read watch also most viewed recent next',
  promotion:
    'subscribe newsletter newsletters sign signup free app download subscriber subscribers inbox alerts offer deals deal discount advertisement advertising sponsored promo coupon buy order membership donate follow email updates',
  caption:
    'photo photos image images picture pictured getty courtesy credit photograph photographer file illustration screenshot screengrab graphic shutterstock istock afp epa reuters foto bild photo',
  rights: 'copyright reserved rights republished redistributed rewritten inc llc ltd trademark trademarks',
  reporting:
    'said says told according added asked wrote reported announced statement spokesman spokeswoman explained noted thinks believes',
  person: "i you your my me we our us i'm",
  calendar:
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur fri sat sun am pm est edt gmt bst utc pst pdt et ist updated published posted ago minutes hours days hour day week weeks month months januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janeiro fevereiro março maio junho julho setembro outubro novembro dezembro gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
} as const

export type WordClass = keyof typeof WORD_CLASSES
export const WORD_CLASS_NAMES = Object.keys(WORD_CLASSES) as readonly WordClass[]

/** Word to bit set of its classes, so that one look-up serves them all. */
const CLASS_BITS: ReadonlyMap<string, number> = (() => {
  const bits = new Map<string, number>()
  WORD_CLASS_NAMES.forEach((name, i) => {
    for (const word of WORD_CLASSES[name].split(' ')) bits.set(word, (bits.get(word) ?? 0) | (1 << i))
  })
  return bits
})()

/** Bit set of the classes (in the order of WORD_CLASS_NAMES) a lower-case word belongs to. */
export function wordClasses(word: string): number {
  return CLASS_BITS.get(word) ?? 0
}

interface Cue {
  /** Tested on lower case, unless `cased`. */
  readonly pattern: RegExp
  readonly cased?: true
  /** Lines of more words are not tested: a heading is short. */
  readonly maxWords: number
}

const CUES = {
  commentHeading: {
    pattern:
      /^\W{0,4}(?:\d[\d,.]* ?)?(?:(?:all|view|show|read|see|the|reader|user|facebook|latest|add|post|leave|write|submit|join|your|a|an|be the first to|log ?in to|sign in to|what do you think|have your) ){0,4}(?:comments?|responses?|repl(?:y|ies)|discussions?|conversation|thoughts on|trackbacks?|pingbacks?|have your say|what do you think|kommentare?|commentaires?|comentários?|comentarios?|commenti|комментари\S*|komentarz\S*|댓글|评论|コメント)(?!\p{L})/u,
    maxWords: 9,
  },
  relatedHeading: {
    pattern:
      /^\W{0,4}(?:related|recommended|trending|popular|latest|recent|more (?:from|on|in|stories|news|like|about|top|coverage|articles|»|…|\.\.\.)|more$|more:|most (?:read|popular|viewed|shared|commented|recent|emailed|watched)|read (?:more|next|also|this|the full)|see also|also (?:read|see|on|in)|you (?:may|might) (?:also )?(?:like|enjoy|be interested|have missed)|top stories|top news|don.?t miss|editor.?s.? picks?|(?:from )?around the web|from the web|promoted|what to read next|up next|in this (?:section|series)|other (?:stories|news|articles)|similar|elsewhere|previous (?:article|post|story)|next (?:article|post|story)|ähnliche|mehr zum|lesen sie|das könnte|à lire|voir aussi|lire aussi|sur le même|relacionad|leia|veja|saiba mais|más |lea también|te puede|leggi anche|potrebbe|articoli|читайте|похожие|также|zobacz|czytaj|przeczytaj|관련|相关|関連)/u,
    maxWords: 14,
  },
  shareHeading: {
    pattern:
      /^\W{0,4}(?:share (?:this|on|via|your|it)|share$|like this|tweet this|follow us|e-?mail (?:this|to|article)|print (?:this|article|page)|bookmark|send to|connect with|tools$|font size|text size|larger|smaller|a a a)/u,
    maxWords: 10,
  },
  advertisement: {
    pattern:
      /^\W{0,3}(?:advertise?ments?|advertising|ads? by|sponsored|anzeige|publicidad\S?|publicité|pubblicità|реклама|reklama|(?:continue reading|(?:story|article) continues|scroll (?:down )?for)(?: below| after)?)/u,
    maxWords: 9,
  },
  promotion: {
    pattern:
      /\b(?:subscribe|sign up|newsletter|follow us|download (?:our|the|your)|our app|get (?:the|our) (?:latest|best)|register (?:now|for|today)|log ?in|already a subscriber|support (?:our|us)|donate|click here|free trial|in your inbox|become a (?:member|fan|subscriber)|like us on|e-?mail address|breaking news alerts|visit our|to continue reading|javascript|cookies|your browser)\b/,
    maxWords: 60,
  },
  caption: {
    pattern:
      /(?:getty|reuters\/|\bap photo|\/ap\b|afp|shutterstock|istock|\bfile (?:photo|image|picture)|\bpictured\b|\bcourtesy\b|\bphoto(?:graph|s)?(?: ?:| by| courtesy| credit)|\b(?:image|picture|foto|bild|photo|crédito|credit) ?:|\bphotograph:|image (?:copyright|caption|source)|\((?:above|left|right|centre|center|top|bottom|front|back)\)|\(ap\)$|\/(?:epa|ap|pa|rex)\)?$)/,
    maxWords: 90,
  },
  copyright: {
    pattern:
      /©|\(c\) ?\d|\bcopyright\b|all rights reserved|may not be (?:published|reproduced|republished)|terms of (?:use|service)|privacy policy/,
    maxWords: 120,
  },
  byline: {
    pattern:
      /^\W{0,2}(?:(?:written|posted|reported|published|submitted|story|article|text|words|edited) by|by:?|von|par|por|di|da|author:?|автор:?|autor:?) \S/u,
    maxWords: 16,
  },
  dateline: {
    pattern:
      /^(?:\([\p{Lu}\p{Ll}./ ]{2,30}\)[ —–-]|\p{Lu}[\p{Lu}.'’-]{2,24}(?:[ ,]{1,2}\p{Lu}[\p{Lu}.'’-]{1,24}){0,3}(?:, \p{L}[\p{L}. ]{1,18})?(?:,? ?\p{Lu}\p{Ll}{2,8}\.? \d{1,2}(?:, \d{4})?)? ?(?:[(/][\p{L}\d./ ]{2,30}[)/])? ?[-—–:]|\p{Lu}[\p{L} .]{2,24}(?:, [\p{L}. ]{2,20})? ?\([\p{L}/ ]{2,20}\) ?[-—–])/u,
    maxWords: Number.POSITIVE_INFINITY,
    cased: true,
  },
  authorBox: {
    pattern:
      /\bis an? (?:[a-z-]+ ){0,6}(?:reporter|writer|editor|correspondent|journalist|columnist|author|contributor|freelance\S*|blogger|professor|analyst)\b|\bfollow (?:him|her|me|them|[a-z]+) (?:on|at)\b|can be (?:reached|contacted|followed)|^about the authors?|^view all posts|^more (?:by|from) [a-z]|\bon twitter\b|contact (?:the )?(?:reporter|author|writer)/,
    maxWords: 90,
  },
  ago: {
    pattern:
      /\b\d+ ?(?:s|m|h|d|w|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?) ago\b/,
    maxWords: 14,
  },
  reader: {
    pattern:
      /^(?:reply|report(?: abuse)?|like|flag|quote|permalink|up ?vote|down ?vote|edit|delete)\b|\b(?:says|said|wrote|writes)(?: on [a-z\d,: ]{4,30})?:?$|\breport (?:abuse|comment)|\b(?:rating|score|likes?|votes?|thumbs) ?[:(]? ?[+-]?\d|\bat \d{1,2}:\d\d ?(?:[ap]\.?m\.?)?$/,
    maxWords: 14,
  },
  tail: {
    pattern:
      /^\W{0,3}(?:editor.?s.? note|correction|sources?:|this (?:article|story|post|report|piece|version) (?:was|is|has|originally|first|appeared)|\(?(?:additional )?reporting by|with (?:files|reporting|additional|inputs?) from|\(?edit(?:ed|ing) by|tags?:|tags$|filed under|topics?:|categor(?:y|ies)|posted in|keywords|read the (?:full|original)|view original)|contributed to this (?:report|story|article)/u,
    maxWords: 60,
  },
} as const satisfies Record<string, Cue>

export type CueName = keyof typeof CUES
export const CUE_NAMES = Object.keys(CUES) as readonly CueName[]
const CUE_LIST: readonly Cue[] = Object.values(CUES)

const CUE_BIT = Object.fromEntries(CUE_NAMES.map((name, i) => [name, 1 << i])) as Readonly<
  Record<CueName, number>
>

const HEAD = 160
const TAIL = 70

/** Bit set of the cues (in the order of CUE_NAMES) seen in a line. */
export function lineCues(text: string, words: number): number {
  const sample = text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)} ${text.slice(-TAIL)}`
  const lower = sample.toLowerCase()
  let bits = 0
  for (let i = 0; i < CUE_LIST.length; i++) {
    const cue = CUE_LIST[i] as Cue
    if (words <= cue.maxWords && cue.pattern.test(cue.cased ? sample : lower)) bits |= 1 << i
  }
  return bits
}

/** Whether a cue is among those of a line, one bit each. */
export function hasCue(bits: number, name: CueName): boolean {
  return (bits & CUE_BIT[name]) !== 0
}
