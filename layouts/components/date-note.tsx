import type { DateFrom } from '../../scripts/content/article.ts'
import type { IsoDate } from '../../scripts/content/date.ts'
import { withLongDates } from '../../scripts/site/printed-date.ts'
import { Mark } from './mark.tsx'

const BASIS: Record<DateFrom['basis'], string> = {
  stated: 'Printed with the text.',
  dateline: 'Taken from the date line.',
  url: 'Taken from the address of the page.',
  copy: 'Taken from a copy of the text.',
  editor: 'Set by the editor.',
}

/** How a date is known, or why it is in doubt: the claim as it was printed, how sure it is, and the reason. */
export function DateNote({ date, from }: { date?: IsoDate; from?: DateFrom }) {
  const doubtful = !date || from?.confidence === 'low'
  return (
    <div class="date-note">
      {doubtful && (
        <p>
          <Mark doubt>{date ? 'Date in doubt' : 'Date not known'}</Mark>
        </p>
      )}
      {from ? <Evidence date={date} from={from} /> : <p>Nothing in the text supports one.</p>}
    </div>
  )
}

function Evidence({ date, from: { basis, claimed, confidence, why } }: { date?: IsoDate; from: DateFrom }) {
  const basisSaid = date && !(basis === 'stated' && claimed)
  return (
    <p>
      {claimed && (
        <>
          Printed as <q>{claimed}</q>.{' '}
        </>
      )}
      {basisSaid && `${BASIS[basis]} `}
      Confidence {confidence}. {why && withLongDates(why)}
    </p>
  )
}
