import fs from 'node:fs'

type Operation = (...args: unknown[]) => unknown

/** What changes something on disk. Closing a file does not; a file that is opened to be read is not counted. */
const OPERATIONS = [
  'mkdirSync',
  'openSync',
  'writeSync',
  'fsyncSync',
  'renameSync',
  'linkSync',
  'rmSync',
  'unlinkSync',
  'utimesSync',
  'writeFileSync',
] as const
const CODES = { full: 'ENOSPC', limit: 'EFBIG' }

export interface Fault {
  /** Killed at once, or an operation that fails as on a full disk or above a limit on file size. */
  kind: 'kill' | 'full' | 'limit'
  /** Which operation, from 1. */
  at: number
}

/** Counts what this process does to files, and lets one operation go wrong; a write is cut off half-way. */
export function inject(fault?: Fault): { count: () => number } {
  const real = fs as unknown as Record<string, Operation>
  let done = 0
  for (const name of OPERATIONS) {
    const operation = real[name] as Operation
    real[name] = (...args) => {
      if (name === 'openSync' && (args[1] === undefined || args[1] === 'r')) return operation(...args)
      done++
      if (done !== fault?.at) return operation(...args)
      if (name === 'writeSync') halve(operation, args)
      if (fault.kind === 'kill') process.kill(process.pid, 'SIGKILL')
      const code = CODES[fault.kind as keyof typeof CODES]
      throw Object.assign(new Error(`${code}: injected, ${name}`), { code, syscall: name })
    }
  }
  return { count: () => done }
}

function halve(write: Operation, [file, bytes, from]: unknown[]): void {
  const start = Number(from ?? 0)
  const text = bytes as Buffer
  write(file, text, start, Math.floor((text.length - start) / 2))
}
