import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { BuildOptions } from '../site/build.ts'
import { nodeOptionsOf } from '../terminal/node-options.ts'

/** What the process that builds is told. */
export interface Wanted {
  options: Omit<BuildOptions, 'onWait' | 'memory'>
}

/** What it answers: the exit code that the build command would have ended with. */
export interface Done {
  code: number
}

/**
 * Instead of the build's own options for memory: a process that stays is swept between builds, and has room meanwhile, its
 * heap growing as V8 thinks fit.
 */
const STAYING = ['--max-semi-space-size=64', '--heap-growing-percent=0', '--expose-gc']
const SERVICE = fileURLToPath(new URL('./build-service.ts', import.meta.url))

/** Builds in a process of its own, which stays for the next time until the code of the pages changes. */
export class Builder {
  #service: ChildProcess | undefined

  /** Builds, and says with which exit code. */
  build(options: Wanted['options']): Promise<number> {
    this.#service ??= this.#begin()
    const service = this.#service
    return new Promise((resolve) => {
      const end = (code: number) => {
        service.off('message', done)
        service.off('exit', gone)
        resolve(code)
      }
      const done = ({ code }: Done) => end(code)
      const gone = () => end(1)
      service.once('message', done)
      service.once('exit', gone)
      service.send({ options } satisfies Wanted)
    })
  }

  /** Has the next build begin a process anew, with the code as it is then. */
  beginAnew(): void {
    this.#service?.disconnect()
    this.#service = undefined
  }

  #begin(): ChildProcess {
    const service = spawn(
      process.execPath,
      [...nodeOptionsOf('build'), ...STAYING, '--import', 'tsx', SERVICE],
      { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
    )
    const gone = () => {
      if (this.#service === service) this.#service = undefined
    }
    service.on('error', gone)
    service.on('exit', gone)
    return service
  }
}
