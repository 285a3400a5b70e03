import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * What was worked out in an earlier build and is the same as long as its key is: nothing but time is lost with it.
 * Only what this build asked for or added is kept for the next.
 */
export class Memory {
  readonly #before: Record<string, string>
  readonly #now: Record<string, string> = {}

  constructor(before: Record<string, string> = {}) {
    this.#before = before
  }

  /** What is known under a key, or else what `work` gives, a text either way. */
  recall(key: string, work: () => string): string {
    const known = this.#now[key] ?? this.#before[key] ?? work()
    this.#now[key] = known
    return known
  }

  /** All that is to be kept. */
  get kept(): Record<string, string> {
    return this.#now
  }
}

/** Reads what an earlier build kept under the same frame; nothing where the file is not there or not whole. */
export function readMemory(file: string, frame: string): Memory {
  try {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as { frame: string; kept: Record<string, string> }
    return new Memory(stored.frame === frame ? stored.kept : {})
  } catch {
    return new Memory()
  }
}

/** Keeps it for the next build. */
export function saveMemory(memory: Memory, file: string, frame: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify({ frame, kept: memory.kept }))
  renameSync(draft, file)
}
