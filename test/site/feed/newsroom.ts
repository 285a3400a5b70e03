import { type Article, articleSchema } from '../../../scripts/content/article.ts'
import { addDays, type IsoDate } from '../../../scripts/content/date.ts'
import type { Content } from '../../../scripts/content/load.ts'
import { type Story, storySchema } from '../../../scripts/content/story.ts'
import { madeUpContent } from '../made-up.ts'

const START = '2024-03-01'
const NOTE = 'The harbour board met again, and the salt trade waited for what it would say of the winter. '

/** What an editor or a run of ingest may do on a day; `pick` chooses among what there is, `age` how old it is said to be. */
export interface Edit {
  kind: (typeof EDITS)[number]
  pick: number
  age: number
}

export const EDITS = [
  'story',
  'old story',
  'undated story',
  'account of an event',
  'account',
  'undated account',
  'copy',
  'correction',
  'typo',
  'headline',
  'merge',
  'split',
  'new address of a story',
  'deletion',
] as const

/**
 * A digest that is edited day by day, and what its subscribers are to be told. The latter is kept by what was done, and
 * not by what the feeds' own rules make of the content.
 */
export class Newsroom {
  readonly #stories = new Map<string, Story>()
  #articles: Article[] = []
  #made = 0
  #today: IsoDate = START
  /** Permanent ids of stories with news today that were there before. */
  readonly updated = new Set<string>()
  /** Permanent ids of all stories whose entries may look different today. */
  readonly touched = new Set<string>()
  readonly #fresh = new Set<string>()

  /** Permanent ids of the stories that are there now. */
  get present(): string[] {
    return this.#shown().map(idOf).sort()
  }

  nextDay(): void {
    this.#today = addDays(this.#today, 1)
    this.updated.clear()
    this.touched.clear()
    this.#fresh.clear()
  }

  content(): Content {
    return {
      ...madeUpContent({ topics: [], stories: [] }),
      stories: [...this.#stories.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
      articles: this.#articles,
    }
  }

  do({ kind, pick, age }: Edit): void {
    const shown = this.#shown()
    const story = shown[pick % Math.max(1, shown.length)]
    const other = shown[(pick * 7 + 3) % Math.max(1, shown.length)]
    if (kind === 'story') this.#open({ date: this.#today, body: NOTE.repeat(25) })
    else if (kind === 'old story')
      this.#open({ date: addDays(this.#today, -age * 40), body: NOTE.repeat(40) })
    else if (kind === 'undated story') this.#open({ body: NOTE.repeat(6) })
    else if (kind === 'account of an event') this.#print(this.#open({}), addDays(this.#today, -age))
    else if (story) this.#change(kind, story, other, age)
  }

  #change(kind: Edit['kind'], story: Story, other: Story | undefined, age: number): void {
    const own = this.#membersOf(story)
    const set = (fields: Partial<Story>) => {
      this.#stories.set(story.id, { ...story, ...fields })
      this.touched.add(idOf(story))
    }
    if (kind === 'account') this.#print(story, addDays(this.#today, -age))
    else if (kind === 'undated account') this.#print(story)
    else if (kind === 'copy' && own[0]) {
      // A day for a story without one is news of its own.
      const date =
        story.date || own.some((article) => article.date) ? addDays(this.#today, age - 15) : undefined
      this.#add({ ...own[age % own.length], date }, story)
    } else if (kind === 'correction') {
      set({ corrections: [...story.corrections, { date: this.#today, text: `It was ${this.#made++}.` }] })
      this.#news(story)
    } else if (kind === 'typo') set({ body: story.body && `${story.body.trim()} Mended ${this.#made++}.` })
    else if (kind === 'headline') set({ title: `New headline ${this.#made++}` })
    else if (kind === 'merge' && other && other !== story) {
      set({ mergedInto: other.id })
      this.updated.delete(idOf(story))
      this.#news(other)
    } else if (kind === 'split') this.#split(story, own)
    else if (kind === 'new address of a story') {
      const id = `moved-${this.#made++}`
      set({ mergedInto: id })
      this.#stories.set(id, { ...story, id, feedId: idOf(story), file: `stories/${id}.md` })
    } else if (kind === 'deletion') {
      this.#stories.delete(story.id)
      this.#articles = this.#articles.filter((article) => !own.includes(article))
      this.touched.add(idOf(story))
      this.updated.delete(idOf(story))
    }
  }

  /** One account, with its copies, becomes a story of its own. */
  #split(story: Story, own: Article[]): void {
    const texts = [...new Set(own.map(({ body }) => body))]
    if (texts.length < 2) return
    const opened = this.#open({})
    this.#articles = this.#articles.map((article) =>
      own.includes(article) && article.body === texts[0] ? { ...article, story: opened.id } : article,
    )
    this.touched.add(idOf(story))
  }

  #open(fields: Partial<Story>): Story {
    const id = `story-${this.#made++}`
    const story = {
      ...storySchema.parse({ id, title: `Event ${id}` }),
      body: '',
      file: `stories/${id}.md`,
      ...fields,
    }
    this.#stories.set(id, story)
    this.#fresh.add(id)
    this.touched.add(id)
    return story
  }

  #print(story: Story, date?: IsoDate): void {
    const words = Array.from({ length: 60 }, (_, at) => `word${this.#made}x${at}`)
    this.#add({ date, body: words.join(' '), publisher: 'Harbour Courier' }, story)
    this.#news(story)
  }

  #add({ date, body = '', publisher }: Partial<Article>, story: Story): void {
    const id = `article-${this.#made++}`
    const fields = {
      id,
      title: `Report ${id}`,
      titleFrom: 'page',
      date,
      publisher,
      story: story.id,
      summary: body,
    }
    this.#articles = [...this.#articles, { ...articleSchema.parse(fields), body, file: `articles/${id}.md` }]
    this.touched.add(idOf(story))
  }

  #news(story: Story): void {
    this.touched.add(idOf(story))
    if (!this.#fresh.has(idOf(story))) this.updated.add(idOf(story))
  }

  #shown(): Story[] {
    return [...this.#stories.values()].filter(
      (story) => !story.mergedInto && (story.body || this.#membersOf(story).length > 0),
    )
  }

  #membersOf(story: Story): Article[] {
    return this.#articles.filter((article) => article.story && this.#final(article.story) === story.id)
  }

  #final(id: string): string {
    const into = this.#stories.get(id)?.mergedInto
    return into ? this.#final(into) : id
  }
}

const idOf = ({ id, feedId }: Story): string => feedId ?? id
