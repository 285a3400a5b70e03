import { type ParseArgsConfig, parseArgs } from 'node:util'

/** A command was called wrongly; the message says how it is called. */
export class UsageError extends Error {}

const HIGHEST_PORT = 65_535

/** The port that an option names. */
export function readPort(text: string, usage: string): number {
  const port = /^[1-9]\d{0,4}$/.test(text) ? Number(text) : Number.NaN
  if (port <= HIGHEST_PORT) return port
  throw new UsageError(`--port: ${text}: write a whole number from 1 to ${HIGHEST_PORT}\n\n${usage}`)
}

/** Reads a command's options; an unknown one, or a stray word, is answered with the usage text. `--help` prints it. */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(usage: string, options: T) {
  try {
    const { values } = parseArgs({
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      strict: true,
      allowPositionals: false,
    })
    if ((values as { help?: boolean }).help) {
      console.log(usage)
      process.exit(0)
    }
    return values as ReturnType<typeof parseArgs<{ options: T }>>['values']
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`)
  }
}
