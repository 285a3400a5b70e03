import { sentences } from '../../content/sentences.ts'
import { foldSpace } from '../../content/space.ts'
import type { ArticleView } from '../views.ts'
import { takeDateline } from './dateline.ts'

/** A sentence of a body; `paragraph` counts from 1. */
export interface Sentence {
  paragraph: number
  text: string
}

/** A body in paragraphs of plain text, white space folded, and in sentences in their order. */
export interface Body {
  paragraphs: string[]
  sentences: Sentence[]
}

/** A text as its outlet printed it: what stands before the body, and the body. */
export interface Print extends Body {
  dateline?: string
}

/** A body with the sentences of its paragraphs. */
export function bodyOf(paragraphs: string[]): Body {
  const found: Sentence[] = []
  for (const [at, paragraph] of paragraphs.entries())
    for (const text of sentences(paragraph)) found.push({ paragraph: at + 1, text })
  return { paragraphs, sentences: found }
}

/** The texts of one story, each read once for all sections of its page. */
export class Prints {
  readonly #read = new Map<ArticleView, Print>()

  of(article: ArticleView): Print {
    const known = this.#read.get(article)
    if (known) return known
    const { dateline, paragraphs } = takeDateline(article.paragraphs().map(foldSpace), article.dateline)
    const print = { dateline, ...bodyOf(paragraphs) }
    this.#read.set(article, print)
    return print
  }
}
