import { type Ground, layFoundation } from './foundation.ts'
import type { NotedFiles } from './noted-files.ts'
import { isWhole } from './whole.ts'

/** What is asked of the files of the last site: whether it is whole, or to lay a new one's foundation of them. */
export type Asked = { isWhole: string } | { lay: Ground }

/** As `isWhole` and `layFoundation` answer, by what the last build noted. */
export function answerTo(asked: Asked, noted: NotedFiles | undefined): unknown {
  if ('lay' in asked) return layFoundation(asked.lay, noted?.files ?? {})
  return noted !== undefined && isWhole(asked.isWhole, noted)
}
