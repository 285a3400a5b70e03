import type { SideBySide } from '../../scripts/site/story/side-by-side.ts'
import { agencyOf, CopyFlow } from './copy-flow.tsx'
import { count } from './count.ts'
import { OutletChanges } from './outlet-changes.tsx'
import { outletOf, UNNAMED } from './outlet-name.tsx'
import { ParagraphFates } from './paragraph-fates.tsx'
import { SharedText } from './shared-text.tsx'

/** Changes of up to so many outlets are shown at once; more are folded, each under its name. */
const SHOWN = 4

/** Each account that others copied: the shared text once, then what each outlet made of it, to the word. */
export function SideBySideSection({ accounts }: { accounts: SideBySide[] }) {
  if (accounts.length === 0) return null
  return (
    <section class="beside" aria-labelledby="side-by-side">
      <h2 id="side-by-side">Side by side</h2>
      {accounts.map((beside, at) => (
        <div key={beside.original.id} class="beside-account">
          <p class="hint">
            What {count(beside.copies.length, 'outlet')} made of{' '}
            <a href={beside.original.url}>{accountText(beside)}</a> ({count(beside.paragraphs, 'paragraph')},{' '}
            {count(beside.words, 'word')}). Other spellings and punctuation are not counted as changes.
          </p>
          <CopyFlow beside={beside} at={at} />
          <ParagraphFates beside={beside} />
          {beside.copies.map((changes) => (
            <OutletChanges
              key={changes.copy.id}
              original={beside.original}
              changes={changes}
              folded={beside.copies.length > SHOWN}
            />
          ))}
          <SharedText beside={beside} />
        </div>
      ))}
    </section>
  )
}

/** Whose it is, the agency that any print of it names before the outlet, and in whose print it is compared. */
function accountText(beside: SideBySide): string {
  const agency = agencyOf(beside)
  const outlet = outletOf(beside.original) ?? `an ${UNNAMED}`
  return agency && agency !== outlet
    ? `the ${agency} account as ${outlet} printed it`
    : `the account of ${outlet}`
}
