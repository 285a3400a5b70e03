/** Words that stand in capitals in menus, sections and names of outlets, and in no person's name. */
const NO_NAME = new Set(
  `about account accounts ad ads advertisement africa africana agencies agency all america american analysis and app apps arts article articles asia
  audio australia back best blog blogs books breadcrumb breaking britain bulletin bureau business buy by canada canadian careers
  cars celebrity central chronicle classifieds click close comment comments community conditions contact content contributor
  contributors cookie cookies copy copyright correspondent correspondents corrections country courier credit cricket culture
  daily dark data deals deeper desk digital dive diplomatic documents donate download east eastern economy edition editor editorial editors education
  election elections email english entertainment environment europe european events exclusive explainer export express facebook family fashion
  feature featured features file film finance first fitness follow food football for free from full gallery games gazette
  general getty global google government guest guide headlines health help herald history home homes hours how image images
  in india information insider inside instagram international investigations journal journalist join key kitchen
  latest law leave life lifestyle link linkedin links listen live local log login magazine mail main markets
  media menu middle minute minutes mobile mode money monday more morning most motoring movies music my national networks new
  news newsletter newsletters newspaper newspapers newsroom next north northern not numbers obituaries of office on online opinion our
  outlook page pacific parenting party password people photo photograph photographs photos picture pictures podcast podcasts points police policy politics
  popular post posted press print privacy products profile profiles promotions property published quiz read real reader readers
  recommended register related report reporter reporters reuters review reviews royals rugby sale save school science screen search
  secretary section sections security select send service services settings share shop shopping show showbiz sign sites size skip social
  source south southern special speed specials sponsored sport sports staff star stories story style subscribe subscription
  subscriptions summary sunday support tech technology telegram telegraph television tennis terms text that the theatre
  this time times today tools top topic topics trail travel trending tribune true tv twitter united update updated updates us use
  used user usernames video videos view views visit voices want war warning watch watchlist weather weekend west western what whatsapp
  when where who why wire wires with women work world write writer writers year years you your youtube
  january february march april june july august september october november december tuesday wednesday thursday friday saturday
  annonce kultur nyheder politik sport wirtschaft sociedad deportes cultura economia mundo actualité politique société photographer`.split(
    /\s+/,
  ),
)
const PARTICLE = new Set(
  'de del della dello di da do dos das du des la le van von der den ter ten te zu zur al el bin ibn ben bint abu y e of af av'.split(
    ' ',
  ),
)
const WORD = /^\p{Lu}[\p{L}\p{M}'’‘`.-]*$/u
/** Words that run together where a page's markup was lost: "NewsLocal", but not "McKenna". */
const RUN_TOGETHER = /^(?!Mc|Mac|De|Di|Du|Fitz|La|Le|Van|O['’]).*\p{Ll}\p{Lu}/u
const LONGEST = 60

/**
 * Whether a text is a person's name as a byline has it: two to five words in capitals, particles and initials between
 * them, and none that sections, menus and outlets are called by.
 */
export function isPersonName(text: string): boolean {
  if (text.length > LONGEST) return false
  const words = text.split(' ')
  if (words.length < 2 || words.length > 6) return false
  if (
    words.some((word) => NO_NAME.has(word.toLowerCase().replace(/[.’']s?$/, '')) || RUN_TOGETHER.test(word))
  )
    return false
  const proper = words.filter((word) => WORD.test(word))
  if (proper.length < 2 || proper.length > 5) return false
  const [first = '', last = ''] = [words[0], words.at(-1)]
  return (
    words.every((word) => WORD.test(word) || PARTICLE.has(word.toLowerCase())) &&
    WORD.test(last) &&
    (WORD.test(first) || PARTICLE.has(first)) &&
    proper.some((word) => word.replace(/[.]/g, '').length > 1)
  )
}

/** Whether a text is one name alone, as some sign: good only behind a word such as "By". */
export function isSingleName(text: string): boolean {
  return WORD.test(text) && text.length >= 3 && text.length <= 20 && !NO_NAME.has(text.toLowerCase())
}

/** What joins the names of a byline. */
const JOINT = /\s*[,;]\s*|\s+(?:and|und|et|og|och|en|y|e|i|и|та|with)\s+|\s*[&+/]\s*/u

/** The parts of a list such as "A, B and C". */
export function listedNames(text: string): string[] {
  return text
    .split(JOINT)
    .map((part) => part.replace(/^(?:and|by)\s+/i, '').trim())
    .filter(Boolean)
}
