import { idSchema, type Republish } from '../content/fields.ts'
import { hashText } from '../content/hash.ts'
import { byCodePoint } from '../content/order.ts'
import { foldName, type Publisher } from '../content/publisher.ts'
import { slugOf } from '../content/slug.ts'
import type { Paths } from './paths.ts'
import type { ArticleView, PublisherRef, PublisherView } from './views.ts'

/** The registry of publishers, asked by the name that an article carries. */
export class PublisherViews {
  readonly #byName: Map<string, Publisher>
  readonly #paths: Paths
  readonly #rights: Republish
  /** Of names that were asked for: a slug takes ten times as long as all else that is asked of an article. */
  readonly #ids = new Map<string, string>()

  constructor(publishers: Publisher[], paths: Paths, rights: Republish) {
    this.#byName = new Map(
      publishers.flatMap((one) =>
        [one.name, one.id, ...one.aliases].map((form) => [foldName(form), one] as const),
      ),
    )
    this.#paths = paths
    this.#rights = rights
  }

  refOf(name: string | undefined): PublisherRef | undefined {
    if (!name) return undefined
    const known = this.#known(name)
    if (!known) return { name, sample: false }
    return {
      id: known.id,
      name: known.name,
      url: `${this.#paths.href('publishers/')}#${known.id}`,
      sample: known.sample,
    }
  }

  /** Id of a publisher by its name: the registry's, else the name as a slug. */
  idOf(name: string): string {
    let id = this.#ids.get(name)
    if (id === undefined) {
      id = this.#known(name)?.id ?? idFromName(name)
      this.#ids.set(name, id)
    }
    return id
  }

  isRegistered(id: string): boolean {
    return this.#known(id)?.id === id
  }

  rightsOf(name: string | undefined): Republish {
    return this.#known(name)?.republish ?? this.#rights
  }

  #known(name: string | undefined): Publisher | undefined {
    return name === undefined ? undefined : this.#byName.get(foldName(name))
  }

  /** Every registered publisher with its articles, by name. */
  list(articles: ArticleView[]): PublisherView[] {
    const written = new Map<string, ArticleView[]>()
    for (const article of articles) {
      const id = article.publisher?.id
      if (id === undefined) continue
      const others = written.get(id)
      if (others) others.push(article)
      else written.set(id, [article])
    }
    return [...new Set(this.#byName.values())]
      .map(({ id, name, sample, agency, domains, republish }) => ({
        id,
        name,
        sample,
        agency,
        domains,
        url: `${this.#paths.href('publishers/')}#${id}`,
        republish: republish ?? this.#rights,
        articles: written.get(id) ?? [],
        feed: this.#paths.feedAt(`publishers/${id}/`),
      }))
      .sort((a, b) => byCodePoint(a.name, b.name))
  }
}

function idFromName(name: string): string {
  const slug = slugOf(name)
  return idSchema.safeParse(slug).success ? slug : `publisher-${hashText(name).toString(36)}`
}
