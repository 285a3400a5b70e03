import { type Article, articleSchema } from '../../../scripts/content/article.ts'
import { addDays, type IsoDate } from '../../../scripts/content/date.ts'
import type { Content } from '../../../scripts/content/load.ts'
import { type Correction, type Story, storySchema } from '../../../scripts/content/story.ts'
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
  'day of an account',
  'day of a story',
  'account held back',
  'account published again',
  'one account out, one in',
  'correction',
  'correction mended',
  'correction withdrawn',
  'correction put back',
  'typo',
  'headline',
  'merge',
  'split',
  'new address of a story',
  'deletion',
] as const

/** What a site can only tell from its content as it was before: where ingest logged what there was. */
const NEEDS_LOG: string[] = EDITS.slice(EDITS.indexOf('copy'), EDITS.indexOf('typo')).filter(
  (kind) => kind !== 'correction',
)

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
  /** What their entries have to say of it. */
  readonly says = new Map<string, string[]>()
  /** Permanent ids of all stories whose entries may look different today. */
  readonly touched = new Set<string>()
  readonly #fresh = new Set<string>()
  /** Permanent ids of stories with something new that no run of ingest has seen, before today and since. */
  readonly #unlogged = new Set<string>()
  #unloggedBefore = new Set<string>()
  readonly #withdrawn = new Map<string, Correction[]>()

  /** Permanent ids of the stories that are there now. */
  get present(): string[] {
    return this.#shown().map(idOf).sort()
  }

  nextDay(): void {
    this.#today = addDays(this.#today, 1)
    this.#unloggedBefore = new Set(this.#unlogged)
    this.updated.clear()
    this.says.clear()
    this.touched.clear()
    this.#fresh.clear()
  }

  /** A run of ingest has seen all that there is. */
  log(): void {
    this.#unlogged.clear()
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
    if (this.#unloggedBefore.has(idOf(story)) && (NEEDS_LOG.includes(kind) || kind === 'split')) return
    // What was made today is known to nobody yet.
    if (this.#fresh.has(idOf(story)) && NEEDS_LOG.includes(kind)) return
    const own = this.#membersOf(story)
    const set = (fields: Partial<Story>) => {
      this.#stories.set(story.id, { ...story, ...fields })
      this.touched.add(idOf(story))
    }
    if (kind === 'account') this.#print(story, addDays(this.#today, -age))
    else if (kind === 'undated account') this.#print(story)
    else if (kind === 'copy' && own[0])
      this.#add({ ...own[age % own.length], date: addDays(this.#today, age - 15) }, story)
    else if (kind === 'day of an account')
      this.#alter(story, own[age % Math.max(1, own.length)], { date: addDays(this.#today, age * 3 - 45) })
    else if (kind === 'day of a story') set({ date: addDays(this.#today, age * 3 - 45) })
    else if (kind === 'account held back') {
      const held = own[age % Math.max(1, own.length)]
      if (!this.updated.has(idOf(story)) && textsOf(own).length > 1)
        this.#alter(story, held, { status: 'draft' })
    } else if (kind === 'account published again')
      this.#alter(
        story,
        this.#heldOf(story).find(() => !this.touched.has(idOf(story))),
        { status: 'published' },
      )
    else if (kind === 'one account out, one in') {
      if (!this.touched.has(idOf(story)) && this.#split(story, own))
        this.#print(story, addDays(this.#today, -age))
    } else if (kind === 'correction') {
      const correction = { date: this.#today, text: `It was ${this.#made++}.` }
      set({ corrections: [...story.corrections, correction] })
      this.#news(story, correction.text)
    } else if (kind === 'correction mended') {
      const [mended, ...others] = story.corrections
      if (mended && mended.date < this.#today && !this.#withdrawn.get(idOf(story))?.length)
        set({ corrections: [{ ...mended, text: `Mended: it was ${this.#made++}.` }, ...others] })
    } else if (kind === 'correction withdrawn') {
      const [withdrawn, ...others] = story.corrections
      if (!withdrawn || withdrawn.date === this.#today) return
      this.#withdrawn.set(idOf(story), [...(this.#withdrawn.get(idOf(story)) ?? []), withdrawn])
      set({ corrections: others })
    } else if (kind === 'correction put back') {
      set({ corrections: [...(this.#withdrawn.get(idOf(story)) ?? []), ...story.corrections] })
      this.#withdrawn.delete(idOf(story))
    } else if (kind === 'typo') set({ body: story.body && `${story.body.trim()} Mended ${this.#made++}.` })
    else if (kind === 'headline') set({ title: `New headline ${this.#made++}` })
    else if (kind === 'merge' && other && other !== story) {
      set({ mergedInto: other.id })
      this.updated.delete(idOf(story))
      this.#news(other, story.title ?? '')
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
  #split(story: Story, own: Article[]): boolean {
    const texts = textsOf(own)
    if (texts.length < 2) return false
    const opened = this.#open({})
    this.#articles = this.#articles.map((article) =>
      own.includes(article) && article.body === texts[0] ? { ...article, story: opened.id } : article,
    )
    this.touched.add(idOf(story))
    return true
  }

  #alter(story: Story, article: Article | undefined, fields: Partial<Article>): void {
    this.#articles = this.#articles.map((one) => (one === article ? { ...one, ...fields } : one))
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
    this.#unlogged.add(id)
    this.touched.add(id)
    return story
  }

  #print(story: Story, date?: IsoDate): void {
    const words = Array.from({ length: 60 }, (_, at) => `word${this.#made}x${at}`)
    this.#news(story, this.#add({ date, body: words.join(' '), publisher: 'Harbour Courier' }, story))
  }

  #add({ date, body = '', publisher }: Partial<Article>, story: Story): string {
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
    return fields.title
  }

  #news(story: Story, says: string): void {
    const id = idOf(story)
    this.touched.add(id)
    this.#unlogged.add(id)
    if (this.#fresh.has(id)) return
    this.updated.add(id)
    this.says.set(id, [...(this.says.get(id) ?? []), says])
  }

  #shown(): Story[] {
    return [...this.#stories.values()].filter(
      (story) => !story.mergedInto && (story.body || this.#membersOf(story).length > 0),
    )
  }

  #membersOf(story: Story): Article[] {
    return this.#articles.filter((article) => article.status === 'published' && this.#isIn(article, story))
  }

  #heldOf(story: Story): Article[] {
    return this.#articles.filter((article) => article.status === 'draft' && this.#isIn(article, story))
  }

  #isIn({ story }: Article, { id }: Story): boolean {
    return story !== undefined && this.#final(story) === id
  }

  #final(id: string): string {
    const into = this.#stories.get(id)?.mergedInto
    return into ? this.#final(into) : id
  }
}

const textsOf = (articles: Article[]): string[] => [...new Set(articles.map(({ body }) => body))]
const idOf = ({ id, feedId }: Story): string => feedId ?? id
