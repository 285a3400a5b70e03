import type { z } from 'zod'
import { parseDocument } from './front-matter.ts'
import { ContentError, didYouMean, type Problem } from './problem.ts'

/** Parses and validates one Markdown file. Its id is what it says, whatever its name and folder. */
export function parseEntry<S extends z.ZodType>(
  text: string,
  file: string,
  schema: S,
): z.infer<S> & { body: string; file: string } {
  const { data, body } = parseDocument(text, file)
  const fields = validate(schema, data, file) as z.infer<S> & object
  return { ...fields, body, file }
}

/** What a schema makes of data; all that is wrong with them is thrown. */
export function validate<S extends z.ZodType>(schema: S, data: unknown, file: string): z.infer<S> {
  const result = schema.safeParse(data)
  if (result.success) return result.data
  throw new ContentError(result.error.issues.flatMap((issue) => describe(issue, schema, data, file)))
}

const WANTED: Record<string, string> = {
  string: "text, in quotes: '…'",
  array: 'a list, one `- …` a line',
  boolean: 'true or false',
  number: 'a number',
  object: 'fields, one `name: value` a line',
  record: 'fields, one `name: value` a line',
}

function describe(issue: z.core.$ZodIssue, schema: z.ZodType, data: unknown, file: string): Problem[] {
  const field = issue.path.map(String).join('.') || undefined
  const value = issue.path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key],
    data,
  )
  if (issue.code === 'unrecognized_keys') {
    const known = issue.path.length === 0 && 'shape' in schema ? Object.keys(schema.shape as object) : []
    return issue.keys.map((key) => {
      const meant = didYouMean(key, known)
      return {
        file,
        field: field ? `${field}.${key}` : key,
        fix: `unknown field; ${meant ? `did you mean ${meant}?` : 'remove it'}`,
      }
    })
  }
  if (value === undefined && issue.code !== 'custom')
    return [{ file, field, fix: 'this field is missing; write it' }]
  if (issue.code === 'invalid_type')
    return [{ file, field, value, fix: `write ${WANTED[issue.expected] ?? issue.expected}` }]
  return [{ file, field, value, fix: issue.message }]
}
