const list = (text: string) => new Set(text.trim().split(/\s+/))

/** Offices of state, of police and of armed forces: who bears one is an official. */
const OFFICES = list(`
  president vice-president premier chancellor minister ministers secretary undersecretary under-secretary ambassador envoy diplomat
  spokesman spokeswoman spokesperson spokesmen governor mayor senator congressman congresswoman congressmember representative
  lawmaker legislator speaker deputy general colonel major captain lieutenant sergeant admiral commander commissioner prosecutor
  judge justice sheriff director chief chairman chairwoman chair official officer officers whip leader adviser
  advisor aide king queen prince chairperson negotiator coordinator consul marshal trooper detective inspector superintendent
  gen lt col maj capt sgt adm sen rep gov amb cmdr brig sens reps pope counsel delegate`)

/** Institutions that are not the state's: their presidents and spokesmen are no officials. */
const PRIVATE = list(`
  company corporation corp inc ltd firm university college institute institution foundation association union bank club church
  group executive campaign business school hospital lawyer institution's council-for research researcher professor analyst
  newspaper magazine editor baptist methodist evangelical pastor inc. charity nonprofit society lobby think-tank center centre coalition`)

const UNNAMED_OFFICIALS = list(`
  official officials spokesman spokeswoman spokesperson spokesmen spokespeople diplomat diplomats aide aides officer officers
  police authorities investigators investigator prosecutors prosecutor detectives troopers lawmakers senators legislators
  ministers ambassadors envoys commanders generals negotiators advisers advisors regulators inspectors deputies agents
  congressmen lawmaker senator representative adviser advisor envoy ambassador commander`)

const DOCUMENTS = list(`
  report reports document documents statement statements letter letters memo memorandum indictment filing filings complaint
  affidavit study studies survey surveys poll polls communique communiqué readout release transcript cable email emails notice advisory assessment
  draft declaration papers records data lawsuit ruling opinion memoir book notification manifesto communiqués order warrant
  petition brief text file files bulletin paper resolution dossier summary video videos recording recordings tape footage`)

const EYEWITNESSES = list(`
  witness witnesses eyewitness eyewitnesses resident residents villager villagers survivor survivors bystander bystanders
  neighbor neighbors neighbour neighbours passer-by passers-by onlooker onlookers local locals townspeople evacuee evacuees
  refugee refugees shopper shoppers`)

const ORGANISATIONS = list(`
  ministry department government administration agency council committee commission court company party panel office bureau
  parliament army navy police force union group organisation organization association team service services embassy command
  congress senate house cabinet campaign bank firm university institute foundation alliance military network coalition center
  centre board authority treasury league federation society press times post news journal herald newspaper magazine ministry's
  republic kingdom states nations assembly fund corporation club forum guard corps inc corp ltd co pentagon kremlin nato eu
  college school hospital church front movement staff watchdog regulator airline watch international channel radio tribune
  guardian telegraph gazette courier street site website blog network magazine lobby chamber conference institution tv cnn bbc fbi cia nsa treasury's trust`)

const OTHERS = list(`
  source sources people person analyst analysts expert experts critics critic supporters activists activist lawyers lawyer
  attorney attorneys researchers researcher scientists economists economist opponents advocates observers man woman doctors
  doctor mother father parents students teacher traders trader historians protesters professor father family relatives friends
  demonstrators staffer staffers workers employees executives pollster pollsters strategist strategists scholars scholar republicans
  democrats conservatives liberals farmer farmers fisherman fishermen driver drivers engineer engineers nurse nurses soldier
  soldiers sailor sailors pilot pilots historian journalist journalists author singer actor actress artist shopkeeper
  mechanic priest veteran veterans student pensioner pensioners businessman businesswoman entrepreneur owner manager`)

/** Places and capitals that stand for their governments. */
const PLACES = list(`
  washington moscow pyongyang seoul beijing kyiv kiev tokyo london paris berlin brussels tehran jerusalem ankara delhi canberra
  ottawa rome madrid warsaw russia china japan ukraine britain france germany iran israel turkey india australia canada italy
  spain poland america korea europe syria iraq egypt cuba mexico brazil taiwan pakistan afghanistan venezuela facebook twitter
  google apple microsoft congress kremlin pentagon nato republicans democrats`)

const HONORIFICS = list('mr mrs ms miss dr sir dame lord lady prof professor rev madam judge ceo')

/** Capitalised words that stand before a name and are no part of it. */
const NO_NAME = list(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
  november december the a an but and yet still meanwhile however on in at for from after before when while as if though
  although because since by with earlier later now then also he she it they i we you his her its their this that these those
  one two three four five six seven eight nine ten some many several most all other others another what who why how there here
  no not so or to of both even only just during under over between among according instead nevertheless indeed moreover
  asked speaking last next unlike like despite officials`)

/** Words by which a role is another's, over, or not real. */
const NOT_HELD =
  /\b(?:former|ex|retired|then|late|until|served|was|were|had|once|one-?time|erstwhile|ousted|deposed|sacked|resigned|failed|would-be|candidate|nominee|contender|fake|fictional|self-(?:styled|proclaimed)|son|daughter|wife|husband|widow|widower|brother|sister|mother|father|cousin|nephew|niece|uncle|aunt|friend|lawyer|attorney for|biographer|critic|opponent|rival|supporter)\b/i
/** Where what a role serves begins: "secretary of state" holds an office, "historian of presidents" none. */
const SERVES = /\s(?:of|for|to|who|whose|in|at|with|from|under|on|by|and)\s/

const STATE_MEDIA =
  /\b(?:KCNA|Korean Central News Agency|Rodong Sinmun|TASS|Tass|RIA(?: Novosti)?|Xinhua|Global Times|CCTV|CGTN|IRNA|Press TV|Sputnik|SANA|Granma|[Ss]tate[- ](?:run |owned |controlled |backed )?(?:media|television|TV|radio|news agency|news agencies|broadcaster|newspaper)|[Ss]tate-run [A-Z]\w+)\b/

/** Bare form of a word: lower case, without a possessive ending or a closing full stop. */
export function bare(word: string): string {
  const last = word.at(-1)
  const ending = last === 's' || last === '.' || last === ',' || last === "'" || last === '’'
  return ending ? word.toLowerCase().replace(/(?:['’]s?|[.,])$/, '') : word.toLowerCase()
}

const LISTS = {
  office: OFFICES,
  honorific: HONORIFICS,
  noName: NO_NAME,
  place: PLACES,
  'unnamed-official': UNNAMED_OFFICIALS,
  document: DOCUMENTS,
  eyewitness: EYEWITNESSES,
  organisation: ORGANISATIONS,
  'unnamed-person': OTHERS,
}
type Class = keyof typeof LISTS
const CLASSES = Object.keys(LISTS) as Class[]
const NOUN_KINDS = [
  'unnamed-official',
  'document',
  'eyewitness',
  'organisation',
  'unnamed-person',
] as const satisfies Class[]
type NounKind = (typeof NOUN_KINDS)[number]
interface WordClasses {
  /** A bit for each class, in their order. */
  classes: number
  noun?: NounKind
}

/** Words are asked about again and again; this many answers are kept. */
const MOST_KEPT = 20_000
const kept = new Map<string, WordClasses>()

const bitOf = (name: Class): number => 1 << CLASSES.indexOf(name)

function classesOf(word: string): WordClasses {
  const known = kept.get(word)
  if (known) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const plain = bare(word)
  let classes = 0
  for (const name of CLASSES) if (LISTS[name].has(plain)) classes |= bitOf(name)
  if (plain.includes('-') && plain.split('-').some((part) => OFFICES.has(part))) classes |= bitOf('office')
  const found = { classes, noun: NOUN_KINDS.find((kind) => (classes & bitOf(kind)) !== 0) }
  kept.set(word, found)
  return found
}

const isIn = (name: Class): ((word: string) => boolean) => {
  const bit = bitOf(name)
  return (word) => (classesOf(word).classes & bit) !== 0
}

/** What a word of a phrase says of a speaker: an office, a title, a body, a place, that it is no name, that they saw it. */
export const isOffice = isIn('office')
export const isHonorific = isIn('honorific')
export const isOrganisationWord = isIn('organisation')
export const isPlace = isIn('place')
export const isNoName = isIn('noName')
export const isEyewitness = isIn('eyewitness')
/** Kind of a speaker without a name, by the noun that heads the phrase. */
export const kindOfNoun = (noun: string): NounKind | undefined => classesOf(noun).noun
/** A noun for what a person does: "lawyer", "resident", "analyst". */
export function isCalling(word: string): boolean {
  const kind = kindOfNoun(word)
  return kind === 'unnamed-person' || kind === 'eyewitness'
}
/** Whether a phrase names a medium of a state. */
export const namesStateMedia = (phrase: string): boolean => STATE_MEDIA.test(phrase)

/** Words in the names of many bodies: "the Defence Ministry" is not one of them in all accounts. */
const FIELDS =
  list(`foreign defence defense interior finance justice health trade energy education transport labour labor agriculture
  national supreme central federal public security armed general the a an`)

/** Whether a phrase is the name of one body, and not a description that fits another country's as well. */
export function isBodyName(phrase: string): boolean {
  const all = phrase.split(/\s+/)
  // A capital at the beginning may be the sentence's.
  const opens = (word: string) =>
    isPlace(word) || namesStateMedia(word) || /^\p{Lu}{2,}$|^\p{Lu}.* \p{Lu}/u.test(all.slice(0, 2).join(' '))
  const generic = (word: string) => FIELDS.has(bare(word)) || isOrganisationWord(word) || isOffice(word)
  return all.some(
    (word, at) => isPlace(word) || (/^\p{Lu}/u.test(word) && !generic(word) && (at > 0 || opens(word))),
  )
}

/** Whether a role is an office of the state and not one of a company or campaign, nor a past one or a relative's. */
export function isOfficialRole(role: string): boolean {
  if (NOT_HELD.test(role)) return false
  if (/\battorney general\b|\b(?:district|state|u\.s\.) attorney\b/i.test(role)) return true
  // A spokesman of nobody in particular, and a company's chief officers.
  if (/^(?:an? |the )?spokes\w+$/i.test(role) || /\bchief (?:\w+ )?officer\b/i.test(role)) return false
  // An adviser to "Mr. Doe" serves an office only if he holds one.
  if (/\s(?:to|for|of) (?:Mr|Mrs|Ms)\b/.test(role)) return false
  if (role.split(/[\s,]+/).some((word) => PRIVATE.has(bare(word)))) return false
  return (role.split(SERVES)[0] ?? '').split(/[\s,]+/).some((word) => isOffice(word) && !/['’]s?$/.test(word))
}
