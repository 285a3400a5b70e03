import { storyMarks } from '../../scripts/site/marks.ts'
import type { Digest, EditionView, StoryView } from '../../scripts/site/views.ts'
import { xmlText } from '../../scripts/site/xml.ts'
import { basisText } from '../components/basis-line.tsx'
import { count } from '../components/count.ts'
import { Day } from '../components/day.tsx'
import { weekDays, weekName } from '../components/week-name.ts'
import type { MailStyle } from './mail-style.ts'

interface MailBodyProps {
  digest: Digest
  edition: EditionView
  /** How many of its stories are told; the others are only counted, with a link. */
  told: number
  /** None in feeds: a service that makes mails of them has its own. */
  style: MailStyle
}

/** An edition as a mail program or a feed reader shows it: absolute addresses, no class, no script, no picture. */
export function MailBody({ digest, edition, told, style }: MailBodyProps) {
  const web = digest.absolute(edition.url)
  const left = edition.count - told
  return (
    <div style={style.sheet}>
      <p style={style.name}>{digest.site.title}</p>
      <h1 style={style.title}>{weekName(edition.week)}</h1>
      <p style={style.soft}>
        {weekDays(edition.week)} · {count(edition.count, 'story', 'stories')} ·{' '}
        <a style={style.link} href={web}>
          on the web
        </a>
      </p>
      {firstOf(edition, told).map(({ anchor, stories, title }) => (
        <div key={anchor}>
          <h2 style={style.section}>{title}</h2>
          {stories.map((story) => (
            <MailStory key={story.id} digest={digest} story={story} style={style} />
          ))}
        </div>
      ))}
      {left > 0 && (
        <p style={style.section}>
          <a style={style.link} href={web}>
            {count(left, 'more story', 'more stories')} on the web
          </a>
        </p>
      )}
      <p style={style.foot}>
        {digest.site.title}: {digest.site.tagline}.{' '}
        <a style={style.link} href={digest.absolute(digest.href('about/'))}>
          How this digest is made
        </a>
      </p>
    </div>
  )
}

interface MailStoryProps {
  digest: Digest
  story: StoryView
  style: MailStyle
}

/** A story in an e-mail: day, marks, headline with its link, summary, what it rests on. */
export function MailStory({ digest, story, style }: MailStoryProps) {
  return (
    <div style={style.story}>
      <p style={style.soft}>
        <Day date={story.date} />
        {storyMarks(story).map(({ text: mark }) => (
          <span key={mark}>
            {' · '}
            <span style={style.mark}>{mark}</span>
          </span>
        ))}
      </p>
      <h3 style={style.headline}>
        <a style={style.link} href={digest.absolute(story.url)}>
          {xmlText(story.title)}
        </a>
      </h3>
      {story.summary && <p style={style.summary}>{xmlText(story.summary)}</p>}
      <p style={style.soft}>Rests on: {basisText(story.basis)}</p>
    </div>
  )
}

/** The sections with the first stories of the edition, so many together; sections that would be empty are left out. */
export function firstOf({ sections }: EditionView, told: number): EditionView['sections'] {
  let room = told
  return sections.flatMap((section) => {
    const stories = section.stories.slice(0, room)
    room -= stories.length
    return stories.length > 0 ? [{ ...section, stories }] : []
  })
}
