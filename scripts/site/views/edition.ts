import type { IsoWeek } from '../../content/iso-week.ts'
import type { Located } from './place.ts'
import type { StoryView } from './story.ts'

/** The stories of one week, as a page, an e-mail and a plain text. */
export interface EditionView extends Located {
  /** `2023-w35` */
  id: string
  week: IsoWeek
  sections: EditionSection[]
  count: number
  mail: Located
  text: Located
  /**
   * Whether a later week has stories, so that nobody writes this one's any more. Services that turn feeds into mail
   * send an entry once: the feed carries an edition from then on.
   */
  closed: boolean
}

/** The stories of a lead topic, oldest first; the last section is that of no lead topic. */
export interface EditionSection {
  /** Unique on its page. */
  anchor: string
  title: string
  /** The topic's page. */
  url?: string
  stories: StoryView[]
}
