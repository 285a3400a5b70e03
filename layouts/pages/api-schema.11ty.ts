import { SCHEMA_PATH, storyListJsonSchema } from '../../scripts/site/api/schema.ts'
import type { Digest } from '../../scripts/site/views.ts'

export const data = { permalink: SCHEMA_PATH }

/** What programs can rely on in the pages of stories. */
export function render({ digest }: { digest: Digest }): string {
  return `${JSON.stringify(storyListJsonSchema(digest), undefined, 2)}\n`
}
