import { expect, test } from 'vitest'
import { contentPolicy } from '../../scripts/site/policy.ts'

test('a page may load its style sheet and pictures from the site, run nothing, and load nothing else', () =>
  expect(contentPolicy()).toBe(
    "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'",
  ))

test('the search runs scripts of the site over what they fetch from the site, and no text that became one', () => {
  const policy = contentPolicy({ search: true })
  expect(policy).toContain("; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self';")
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:|data:/)
})
