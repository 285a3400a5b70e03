import { hash } from 'node:crypto'
import { join } from 'node:path'
import type { FileHashes } from '../../content/file-hashes.ts'
import { BASES } from './bases.ts'
import type { Change } from './change.ts'

/** Tells whoever asks for hashes what stands in the files of a change now; of one that was not made, that nobody knows. */
export function tellHashes(
  hashes: FileHashes,
  folder: string,
  path: string,
  { content, base }: Change,
  isMade: boolean,
): void {
  const file = content && join(folder, content.at)
  if (!isMade) {
    if (file) hashes.forget(file)
    return
  }
  const sha256 = content && hash('sha256', content.text)
  if (file && sha256) hashes.wrote(file, sha256)
  if (base === undefined) return
  const same = base === content?.text ? sha256 : undefined
  hashes.wrote(join(folder, BASES, path), same ?? hash('sha256', base))
}
