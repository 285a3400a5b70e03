import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { RecordFile } from './record-file.ts'

/**
 * A file for this run alone, in a folder or where that is to be, or else among the system's temporary files: it goes with
 * the run, however that ends. Throws what the file system says.
 */
export function namelessFile(folder = tmpdir()): RecordFile {
  const there = [folder, dirname(folder)].find((place) => existsSync(place)) ?? tmpdir()
  const place = mkdtempSync(join(there, 'nameless-'))
  const file = new RecordFile(join(place, 'file'), 'w+')
  rmSync(place, { recursive: true })
  return file
}
