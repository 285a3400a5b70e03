import type { WrittenFile } from './written-file.ts'

/** Files that were made from a source, by its name and by the hash of its bytes. */
export class BySource {
  readonly #paths = new Map<string, string[]>()

  constructor(records: ReadonlyMap<string, WrittenFile>) {
    for (const [path, { source, sourceSha256 }] of records)
      for (const key of [source, sourceSha256]) if (key) this.#add(key, path)
  }

  /**
   * The file that was made from a source, told by its name and its bytes. Texts may have come one after the other under one
   * name, or twice under two: then it is the deleted one whose bytes they are, or that is its own.
   */
  of(
    { file, sha256 }: { file: string; sha256: string },
    { isWritten, isDeleted, isOwn }: Record<'isWritten' | 'isDeleted' | 'isOwn', (path: string) => boolean>,
  ): string | undefined {
    const [named = [], same = []] = [file, sha256].map((key) => this.#paths.get(key)?.filter(isWritten))
    return (
      named.find((one) => same.includes(one)) ??
      same.find(isDeleted) ??
      named.find((one) => isDeleted(one) && isOwn(one)) ??
      [...named, ...same].sort((a, b) => Number(isDeleted(a)) - Number(isDeleted(b)))[0]
    )
  }

  #add(key: string, path: string): void {
    const paths = this.#paths.get(key)
    if (paths) paths.push(path)
    else this.#paths.set(key, [path])
  }
}
