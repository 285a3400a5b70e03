import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { scratchFolder } from '../scratch.ts'
import type { errorsIn } from './parser.ts'

interface Step {
  uses?: string
  run?: string
  env?: Record<string, string>
  with?: Record<string, unknown>
}

interface Workflow {
  on: Record<string, { branches?: string[]; paths?: string[] } | null>
  permissions: Record<string, string>
  concurrency: { group: string; 'cancel-in-progress': boolean }
  jobs: Record<string, { permissions?: Record<string, string>; 'timeout-minutes'?: number; steps: Step[] }>
}

const textOf = (name: string) => readFileSync(`.github/workflows/${name}.yml`, 'utf8')
const read = (name: string) => load(textOf(name)) as Workflow
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

/** The parser in one file: it imports JSON as Node does not allow. */
async function loadParser(): Promise<{ errorsIn: typeof errorsIn }> {
  const outfile = join(scratchFolder(), 'parser.mjs')
  buildSync({
    entryPoints: ['test/workflow/parser.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
  })
  return import(outfile)
}

const parser = await loadParser()

describe.each(['publish', 'ingest'])('the workflow %s', (name) => {
  const workflow = read(name)
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)

  test('is one to GitHub’s own parser, which finds what is wrong', async () => {
    expect(await parser.errorsIn(name, textOf(name))).toEqual([])
    expect(await parser.errorsIn(name, textOf(name).replace('runs-on:', 'run-on:'))).not.toEqual([])
    expect(await parser.errorsIn(name, textOf(name).replace('contents:', 'content:'))).not.toEqual([])
  })

  test('pins every action by commit, with the version beside it', () => {
    const uses = textOf(name).match(/uses:.*/g) ?? []
    expect(uses).toHaveLength(steps.filter((step) => step.uses).length)
    for (const line of uses) expect(line).toMatch(/^uses: actions\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  test('runs only what runs here as well, and puts no expression into a shell', () => {
    for (const { run } of steps) {
      if (run === undefined || run === 'npm ci') continue
      expect(run).not.toContain('${{')
      const script = /^npm run ([\w-]+)(?: -- [\w "$=-]+)?$/.exec(run)?.[1]
      expect(scripts, run).toHaveProperty(script ?? '')
    }
  })

  test('has no right that a job does not ask for, and ends', () => {
    expect(workflow.permissions).toEqual({})
    for (const job of Object.values(workflow.jobs)) {
      expect(Object.keys(job.permissions ?? {})).not.toEqual([])
      expect(job['timeout-minutes']).toBeGreaterThan(0)
    }
    expect(workflow.concurrency).toMatchObject({ 'cancel-in-progress': false })
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')))
      expect(step.with).toMatchObject({ 'persist-credentials': false })
  })

  test('is started by no pull request, so that no fork gets a token that writes', () => {
    expect(Object.keys(workflow.on)).toEqual(['push', 'workflow_dispatch'])
  })
})

test('what ingest pushes starts it no second time', () => {
  expect(read('ingest').on.push).toEqual({ branches: ['**', '!ingest/**'], paths: ['content/sources/**'] })
})

test('each job has the rights that it needs and no others', () => {
  expect(read('publish').jobs.build?.permissions).toEqual({ contents: 'read', pages: 'read' })
  expect(read('publish').jobs.deploy?.permissions).toEqual({ pages: 'write', 'id-token': 'write' })
  expect(read('ingest').jobs.propose?.permissions).toEqual({ contents: 'write', 'pull-requests': 'write' })
  const withToken = read('ingest').jobs.propose?.steps.filter(({ env }) => env)
  expect(withToken?.map(({ run }) => run)).toEqual(['npm run propose'])
})

/** Rules of issue forms: docs.github.com, "Syntax for GitHub's form schema". */
function wrongInForm(text: string): string[] {
  const form = load(text) as Record<string, unknown>
  const fields = form.body as {
    type: string
    id?: string
    attributes?: Record<string, unknown>
    validations?: Record<string, unknown>
  }[]
  const wrong: string[] = []
  const known = ['name', 'description', 'title', 'labels', 'assignees', 'projects', 'type', 'body']
  for (const key of Object.keys(form)) if (!known.includes(key)) wrong.push(`unknown key ${key}`)
  for (const key of ['name', 'description'])
    if (typeof form[key] !== 'string' || form[key] === '') wrong.push(`lacks ${key}`)
  const asking = fields.filter(({ type }) => type !== 'markdown')
  if (asking.length === 0) wrong.push('asks nothing')
  for (const values of [asking.map(({ id }) => id), asking.map(({ attributes }) => attributes?.label)])
    if (new Set(values).size < values.length) wrong.push('an id or label stands twice')
  for (const { type, id, attributes, validations } of fields) {
    if (!['markdown', 'input', 'textarea', 'dropdown', 'checkboxes'].includes(type))
      wrong.push(`type ${type}`)
    if (type === 'markdown') {
      if (!attributes?.value || id || validations) wrong.push('markdown has a value and nothing else')
      continue
    }
    if (!/^[\w-]+$/.test(id ?? '')) wrong.push(`id ${id}`)
    if (typeof attributes?.label !== 'string') wrong.push(`${id} has no label`)
    if (typeof validations?.required !== 'boolean') wrong.push(`${id} says not whether it is required`)
  }
  return wrong
}

test('the issue form for corrections keeps to the rules, and has the field that stories fill in', () => {
  const text = readFileSync('.github/ISSUE_TEMPLATE/correction.yml', 'utf8')
  expect(wrongInForm(text)).toEqual([])
  expect(wrongInForm(text.replace('id: right', 'id: wrong'))).not.toEqual([])
  const { body } = load(text) as { body: { id?: string }[] }
  expect(body.map(({ id }) => id)).toEqual([undefined, 'story', 'wrong', 'right', 'source'])
})
