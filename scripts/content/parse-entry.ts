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
  const result = schema.safeParse(data, { error: wanted })
  if (result.success) return result.data
  throw new ContentError(result.error.issues.flatMap((issue) => describe(issue, schema, data, file)))
}

const WANTED: Record<string, string> = {
  string: "text, in quotes: '…'",
  array: 'a list, one `- …` a line',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
  object: 'fields, one `name: value` a line',
  record: 'fields, one `name: value` a line',
}

/** What to write where a schema does not say it itself. */
function wanted(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') return `write ${WANTED[issue.expected] ?? issue.expected}`
  if (issue.code === 'invalid_value') return `write ${oneOf(issue.values.map(String))}`
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return undefined
  const isLeast = issue.code === 'too_small'
  const limit = isLeast ? issue.minimum : issue.maximum
  if (issue.origin === 'string') return isLeast ? 'write a text' : `write at most ${limit} characters`
  if (issue.origin === 'array') return isLeast ? `list at least ${limit}` : `list at most ${limit}`
  if (!issue.inclusive) return `write a number ${isLeast ? 'above' : 'below'} ${limit}`
  return `write a number of ${limit} or ${isLeast ? 'more' : 'less'}`
}

const oneOf = (values: string[]): string =>
  [values.slice(0, -1).join(', '), ...values.slice(-1)].filter(Boolean).join(' or ')

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
        value: (value as Record<string, unknown> | undefined)?.[key],
        fix: `unknown field; ${meant ? `did you mean ${meant}?` : 'remove it'}`,
      }
    })
  }
  if (value === undefined && issue.code !== 'custom')
    return [{ file, field, fix: 'this field is missing; write it' }]
  return [{ file, field, value, fix: issue.message }]
}
