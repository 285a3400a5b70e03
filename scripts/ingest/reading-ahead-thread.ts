import { hash } from 'node:crypto'
import { workerData } from 'node:worker_threads'
import { type Asking, answerEach } from '../content/answering-thread.ts'
import { articleSchema } from '../content/article.ts'
import { bytesOf } from '../content/kept-entry.ts'
import { packKey } from '../content/pack.ts'
import { parseEntry } from '../content/parse-entry.ts'
import { storySchema } from '../content/story.ts'
import type { Coming, Parsed } from './reading-ahead.ts'

/** A thread that parses what it is sent as it will be parsed in its place. */
answerEach(workerData as Asking, (texts: Coming[]): Parsed => texts.flatMap(parsed))

/** As it will be read; none where there is something wrong with it, which whoever reads it says. */
function parsed([file, written]: Coming): Parsed {
  const text = written.toWellFormed()
  const schema = file.startsWith('articles/') ? articleSchema : storySchema
  try {
    // In memory of its own: what shares some with others would be sent with all of that.
    const bytes = Uint8Array.from(bytesOf(parseEntry(text, file, schema)))
    return [[packKey(file, hash('sha256', text)), bytes]]
  } catch {
    return []
  }
}
