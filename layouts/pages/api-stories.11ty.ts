import { type StoryListFile, storyList, storyLists } from '../../scripts/site/api/story-lists.ts'
import { nothing, pagesOf } from '../../scripts/site/output/pages-of.ts'
import type { Digest } from '../../scripts/site/views.ts'

export const data = pagesOf(storyLists, 'file', { around: nothing })

/** The stories for programs, in pages. */
export function render({ digest, file }: { digest: Digest; file: StoryListFile }): string {
  return `${JSON.stringify(storyList(digest, file))}\n`
}
