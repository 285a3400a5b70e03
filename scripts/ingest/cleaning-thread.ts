import { workerData } from 'node:worker_threads'
import { compileRegistry } from '../content/registry.ts'
import { cleanedAs, type RawText } from './cleaned.ts'
import type { Answer, ThreadData } from './cleaning-threads.ts'
import { RepeatedLines } from './repeated-lines.ts'

/** A thread that cleans what it is sent, as if each text were the first of its publisher. */
const { content, port, answered } = workerData as ThreadData
const knowledge = {
  registry: compileRegistry(content.topics),
  publishers: content.publishers,
  repeated: new RepeatedLines(),
}
port.on('message', (texts: RawText[]) => {
  port.postMessage(answerTo(texts))
  Atomics.add(answered, 0, 1)
  Atomics.notify(answered, 0)
})

function answerTo(texts: RawText[]): Answer {
  try {
    return texts.map((text) => cleanedAs(text, knowledge))
  } catch {
    return undefined
  }
}
