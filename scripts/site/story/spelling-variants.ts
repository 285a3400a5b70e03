/**
 * Words printed in more than one spelling and told by no rule of `spelling.ts`: each line is one word, every form
 * after the first standing for the first. Lower case, without accents.
 */
export const VARIANTS = `
adviser advisor
advisers advisors
afterward afterwards
aging ageing
airplane aeroplane
aluminum aluminium
amid amidst
among amongst
artifact artefact
ax axe
backward backwards
burned burnt
check cheque
checks cheques
cozy cosy
curb kerb
czar tsar tzar
diarrhea diarrhoea
disk disc
draft draught
dreamed dreamt
encyclopedia encyclopaedia
focused focussed
focusing focussing
forward forwards
furor furore
gray grey
inquire enquire
inquired enquired
inquiry enquiry
inquiries enquiries
installment instalment
jail gaol
jewelry jewellery
judgment judgement
acknowledgment acknowledgement
abridgment abridgement
lodgment lodgement
kidnapped kidnaped
kidnapping kidnaping
leaned leant
leaped leapt
learned learnt
likable likeable
livable liveable
maneuver manoeuvre
maneuvers manoeuvres
maneuvered manoeuvred
maneuvering manoeuvring
medieval mediaeval
mold mould
mom mum
mustache moustache
northward northwards
southward southwards
eastward eastwards
westward westwards
okay ok
onward onwards
outward outwards
pajamas pyjamas
plow plough
plowed ploughed
program programme
programs programmes
protester protestor
protesters protestors
salable saleable
sizable sizeable
skeptic sceptic
skeptics sceptics
skeptical sceptical
skepticism scepticism
skillful skilful
smolder smoulder
smoldering smouldering
spelled spelt
spilled spilt
spoiled spoilt
sulfur sulphur
targeted targetted
targeting targetting
tire tyre
tires tyres
toward towards
unmovable unmoveable
upward upwards
downward downwards
while whilst
willful wilful
woolen woollen
worshiped worshipped
km kilometer kilometers kilometre kilometres kms
kg kilogram kilograms kilogramme kilogrammes kgs
cm centimeter centimeters centimetre centimetres
mm millimeter millimeters millimetre millimetres
% percent pct
mr mister
gen general
lt lieutenant
col colonel
sen senator
gov governor
st saint
january jan
february feb
march mar
april apr
june jun
july jul
august aug
september sept sep
october oct
november nov
december dec
first 1st
second 2nd
third 3rd
fourth 4th
fifth 5th
sixth 6th
seventh 7th
eighth 8th
ninth 9th
tenth 10th
eleventh 11th
twelfth 12th
thirteenth 13th
fourteenth 14th
fifteenth 15th
sixteenth 16th
seventeenth 17th
eighteenth 18th
nineteenth 19th
twentieth 20th
zelensky zelenskyy zelenskiy zelenskyi zelenski
kyiv kiev
kharkiv kharkov
odesa odessa
lviv lvov
luhansk lugansk
chernihiv chernigov
mykolaiv nikolaev nikolayev
dnipro dnepr dnieper
donbas donbass
zaporizhzhia zaporizhia zaporizhzhya zaporozhye
belarus belorussia byelorussia
sergei sergey serguei
alexei alexey aleksei aleksey
alexander aleksandr alexandr
andrei andrey
dmitry dmitri dmitriy dmitrii
nikolai nikolay
vasily vassily vasiliy vassili
yevgeny evgeny yevgeniy evgeniy evgeni yevgeni
yuri yury yuriy iurii
valery valeriy valeri
vitaly vitaliy vitalii
anatoly anatoliy
gennady gennadiy
grigory grigoriy
arkady arkadiy
georgy georgiy georgi
maxim maksim
pyotr petr
fyodor fedor
yelena elena
yekaterina ekaterina
shoigu shoygu
nebenzia nebenzya
gorbachev gorbachov
beijing peking
qaeda qaida
hezbollah hizbollah hizbullah hezbullah
koran quran qur'an
muhammad mohammed mohammad muhammed
gaddafi qaddafi kadhafi gadhafi
muammar moammar
rajin najin
pyeongyang pyongyang
`

/** Beginnings of words in -our and what comes of them: colour, labourer, harbours, neighbourhood. */
export const OUR =
  'arb ard arm behavi cand clam col demean enam endeav fav ferv flav glam harb hon hum lab neighb od parl ranc rig rum sav savi splend succ tum val vap vig'.split(
    ' ',
  )

/** Beginnings of words in -re: centre, theatres, kilometre, calibre. */
export const RE =
  'accout calib cent fib lit lust meag met och sab sepulch somb spect theat centilit millilit hectolit amphitheat epicent'.split(
    ' ',
  )

/** Verbs that double their l in British spelling only: travelled, cancelling, modeller. */
export const DOUBLED_L =
  'bevel cancel channel chisel counsel dial duel enamel equal fuel funnel grovel initial jewel label level libel marvel model panel pedal quarrel revel rival shovel shrivel signal snorkel spiral swivel total towel travel trowel tunnel unravel yodel'.split(
    ' ',
  )

/** Verbs that double a closing l in American spelling only: enrol, instal, distil. */
export const CLOSING_L = 'appal distil enrol enthral fulfil instal instil'.split(' ')

/** Words for numbers below a hundred; tens and units are joined by `word-units.ts`. */
export const NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
export const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
export const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1_000,
  million: 1_000_000,
  m: 1_000_000,
  billion: 1_000_000_000,
  bn: 1_000_000_000,
  trillion: 1_000_000_000_000,
  tn: 1_000_000_000_000,
}
