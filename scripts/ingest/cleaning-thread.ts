import { workerData } from 'node:worker_threads'
import { type Asking, answerEach } from '../content/answering-thread.ts'
import { compileRegistry } from '../content/registry.ts'
import { type Cleaned, cleanedAs, type RawText } from './cleaned.ts'
import type { ThreadData } from './cleaning-threads.ts'
import { RepeatedLines } from './repeated-lines.ts'

/** A thread that cleans what it is sent, as if each text were the first of its publisher. */
const { content, ...asking } = workerData as ThreadData & Asking
const knowledge = {
  registry: compileRegistry(content.topics),
  publishers: content.publishers,
  repeated: new RepeatedLines(),
}
answerEach(asking, (texts: RawText[]): Cleaned[] => texts.map((text) => cleanedAs(text, knowledge)))
