import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Gives all tests of a run one place for their folders, which is gone when the run ends, however its workers ended. */
export default function (): () => void {
  const root = mkdtempSync(join(tmpdir(), 'digest-tests-'))
  process.env.SCRATCH = root
  return () => rmSync(root, { recursive: true, force: true })
}
