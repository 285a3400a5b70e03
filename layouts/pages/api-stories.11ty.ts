import { type StoryListFile, storyList, storyLists } from '../../scripts/site/api/story-lists.ts'
import type { Digest } from '../../scripts/site/views.ts'

export const data = {
  pagination: {
    data: 'digest',
    size: 1,
    alias: 'file',
    before: (_: unknown, { digest }: { digest: Digest }) => storyLists(digest),
  },
  permalink: ({ file }: { file: StoryListFile }) => file.output,
}

/** The stories for programs, in pages. */
export function render({ digest, file }: { digest: Digest; file: StoryListFile }): string {
  return `${JSON.stringify(storyList(digest, file))}\n`
}
