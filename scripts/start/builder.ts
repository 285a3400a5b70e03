import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { BuildOptions } from '../site/build.ts'

/** What the process that builds is told. */
export interface Wanted {
  options: Omit<BuildOptions, 'onWait' | 'memory'>
}

const SERVICE = fileURLToPath(new URL('./build-service.ts', import.meta.url))

/** Builds in a process of its own, which stays for the next time until the code of the pages changes. */
export class Builder {
  #service: ChildProcess | undefined

  /** Builds, and says with which exit code. */
  build(options: Wanted['options']): Promise<number> {
    this.#service ??= this.#begin()
    const service = this.#service
    return new Promise((resolve) => {
      const end = (code: number | null) => {
        service.off('message', end)
        service.off('exit', end)
        resolve(code ?? 1)
      }
      service.once('message', end)
      service.once('exit', end)
      service.send({ options } satisfies Wanted)
    })
  }

  /** Has the code loaded afresh by the next build. */
  forgetCode(): void {
    this.#service?.disconnect()
    this.#service = undefined
  }

  #begin(): ChildProcess {
    const service = spawn(
      process.execPath,
      ['--max-semi-space-size=32', '--heap-growing-percent=50', '--import', 'tsx', SERVICE],
      {
        stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      },
    )
    const gone = () => {
      if (this.#service === service) this.#service = undefined
    }
    service.on('error', gone)
    service.on('exit', gone)
    return service
  }
}
