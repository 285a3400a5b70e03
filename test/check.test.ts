import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { command, scratchContent } from './scratch.ts'

test('npm run check lists doubts with their reasons and exits with 0', () => {
  const { code, out } = command('check', ['--output', '/no/such/site'])
  expect(code).toBe(0)
  expect(out).toContain('Wrong: nothing')
  expect(out).toMatch(/"2025-04-15 21:07:33" is in doubt\. .*Tuesday.*Friday/)
  expect(out).toMatch(/is taken from a copy/)
  expect(out).toMatch(/little decides it/)
})

test('npm run check exits with 1 when something is wrong', () => {
  const content = scratchContent('topics', 'stories', 'site.yaml', 'publishers.yaml')
  writeFileSync(join(content, 'stories/new.md'), '---\nid: new\ntitle: 1984\n---\n')
  const { code, out } = command('check', ['--content', content, '--output', '/no/such/site'])
  expect(code).toBe(1)
  expect(out).toContain("stories/new.md: title: 1984: write text, in quotes: '…'")
})
