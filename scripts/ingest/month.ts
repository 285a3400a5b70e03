/**
 * Names of the months, January first, in the languages of Europe and some of their kin. A name counts with its case
 * endings ("мая"), and a short form with or without its full stop.
 */
const NAMES: string[] = [
  'january jan januar januari janvier janv enero ene gennaio gen janeiro styczeń stycznia sty январь января янв січень січня січ ocak leden ledna tammikuu tammikuuta',
  'february feb febr februar februari février fevrier févr fevr febrero febbraio fevereiro fev luty lutego lut февраль февраля фев лютий лютого лют şubat únor února helmikuu helmikuuta',
  'march mar märz marz mär mrz maart mrt mars marzo março março marec marzec marca март марта мар березень березня бер mart březen března maaliskuu maaliskuuta machi mac',
  'april apr avril avr abril abr aprile aprili kwiecień kwietnia kwi апрель апреля апр квітень квітня кві nisan duben dubna huhtikuu huhtikuuta',
  'may mai mei maj maja mayo maggio mag maio май мая травень травня тра mayıs květen května toukokuu toukokuuta',
  'june jun juni juin junio giugno giu junho czerwiec czerwca cze июнь июня июн червень червня чер haziran červen června kesäkuu kesäkuuta',
  'july jul juli juillet juil julio luglio lug julho lipiec lipca lip июль июля июл липень липня temmuz červenec července heinäkuu heinäkuuta julai',
  'august aug août aout agosto ago augustus augusti sierpień sierpnia sie август августа авг серпень серпня сер ağustos srpen srpna elokuu elokuuta agosti ogos agustus',
  'september sep sept septembre septiembre set settembre setembro wrzesień września wrz сентябрь сентября сен сент вересень вересня вер eylül září syyskuu syyskuuta septemba',
  'october oct oktober okt octobre octubre ottobre ott outubro out październik października paź октябрь октября окт жовтень жовтня жов ekim říjen října lokakuu lokakuuta oktoba',
  'november nov novembre noviembre novembro listopad listopada lis ноябрь ноября ноя нояб листопада kasım listopadu marraskuu marraskuuta novemba',
  'december dec dez dezember décembre decembre déc diciembre dic dicembre dezembro desember des grudzień grudnia gru декабрь декабря дек грудень грудня гру aralık prosinec prosince joulukuu joulukuuta desemba disemba',
]

const NUMBERS = new Map(NAMES.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)))

/** Number of a month, 1 to 12, by its printed name; undefined for any other word. */
export function monthNumber(word: string): number | undefined {
  return NUMBERS.get(word.toLowerCase())
}
