import { z } from 'zod'
import type { Digest } from '../views.ts'
import { storyListSchema } from './contract.ts'

export const SCHEMA_PATH = 'api/stories.schema.json'

/** The contract as JSON Schema 2020-12. It allows further fields, since some may be added. */
export function storyListJsonSchema(digest: Digest): object {
  const schema = z.toJSONSchema(storyListSchema, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties
    },
  })
  return {
    $id: digest.absolute(digest.href(SCHEMA_PATH)),
    ...schema,
    title: `Stories of ${digest.site.title}`,
  }
}
