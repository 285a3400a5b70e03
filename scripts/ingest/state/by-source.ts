import type { WrittenFile } from './written-file.ts'

/** Files that were made from a source, by its name and by the hash of its bytes. */
export class BySource {
  readonly #paths = new Map<string, string[]>()

  constructor(records: ReadonlyMap<string, WrittenFile>) {
    for (const [path, { source, sourceSha256 }] of records)
      for (const key of [source, sourceSha256]) if (key) this.#add(key, path)
  }

  /** The files that were made from a source of this name, and those made from its very bytes. */
  of(
    { file, sha256 }: { file: string; sha256: string },
    isWanted: (path: string) => boolean,
  ): { named: string[]; same: string[] } {
    const [named, same] = [file, sha256].map((key) => (this.#paths.get(key) ?? []).filter(isWanted))
    return { named: named ?? [], same: same ?? [] }
  }

  #add(key: string, path: string): void {
    const paths = this.#paths.get(key)
    if (paths) paths.push(path)
    else this.#paths.set(key, [path])
  }
}
