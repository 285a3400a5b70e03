import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

interface Locked {
  version: string
  license?: string
  resolved?: string
  integrity?: string
  dev?: boolean
  optional?: boolean
  hasInstallScript?: boolean
  os?: string[]
}

interface Manifest {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

/** Licences under which a package may be used here, and why. */
const ALLOWED = new Map([
  ['MIT', 'asks for its notice alone'],
  ['ISC', 'asks for its notice alone'],
  ['0BSD', 'asks for nothing'],
  ['CC0-1.0', 'asks for nothing'],
  ['Unlicense', 'asks for nothing'],
  ['BSD-2-Clause', 'asks for its notice alone'],
  ['BSD-3-Clause', 'asks for its notice, and forbids advertising with its authors'],
  ['BlueOak-1.0.0', 'asks for its notice alone'],
  ['Apache-2.0', 'asks for its notice, and grants the patents'],
  ['Python-2.0', 'asks for its notice; a part of js-yaml is a port from Python'],
])
/** The same for what only tests and checks run, and nobody is given. */
const ALLOWED_FOR_TESTS = new Map([
  ...ALLOWED,
  ['MPL-2.0', 'binds those who pass on changed files of it; here nothing of it is changed or passed on'],
])
/** Packages whose manifest names no licence, with the one that its licence file or its readme names. */
const READ_BY_HAND = new Map([['parse-cache-control', 'BSD-3-Clause']])
/** Packages with an install script, and why it need not run. */
const SCRIPTS_NOT_NEEDED = new Map([
  ['esbuild', 'checks that the optional package with the binary is there, which npm ci installs'],
])

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> }
const { dependencies, devDependencies } = read('package.json') as Manifest
const locked = Object.entries(packages).flatMap(([path, one]) =>
  path ? [{ ...one, name: path.replace(/^.*node_modules\//, '') }] : [],
)

/** Whether a licence expression is fulfilled by licences of a list: one of its alternatives, or all it joins. */
function allows(list: Map<string, string>, expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1')
  if (bare.includes(' OR ')) return bare.split(' OR ').some((one) => allows(list, one))
  return bare.split(' AND ').every((one) => list.has(one))
}

describe('every package of the lock file', () => {
  test('is under a licence of the list', () => {
    const wrong = locked.flatMap(({ name, license = READ_BY_HAND.get(name) ?? 'none', dev }) =>
      allows(dev ? ALLOWED_FOR_TESTS : ALLOWED, license) ? [] : [`${name}: ${license}`],
    )
    expect(wrong).toEqual([])
  })

  test('has an exact version, and names no registry', () => {
    const wrong = locked.filter(
      ({ version, resolved }) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version) || resolved !== undefined,
    )
    expect(wrong).toEqual([])
  })

  test('has a checksum, but for what is built for another system', () => {
    expect(locked.filter(({ integrity, optional }) => !integrity && !optional)).toEqual([])
  })

  test('needs no install script', () => {
    expect(new Set(locked.flatMap(({ name, hasInstallScript }) => (hasInstallScript ? [name] : [])))).toEqual(
      new Set(SCRIPTS_NOT_NEEDED.keys()),
    )
  })
})

describe('every direct dependency', () => {
  const direct = Object.entries({ ...dependencies, ...devDependencies })

  test('has an exact version', () => {
    expect(direct.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  test('stands with its reason in the README', () => {
    const section = /\n## Dependencies\n([\s\S]*)/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? ''
    const rows = [...section.matchAll(/^\| (.+?) \| (.*?) ?\|$/gm)]
    const reasons = new Map(
      rows.flatMap(([, names = '', why]) => names.split(', ').map((name) => [name, why])),
    )
    expect(direct.flatMap(([name]) => (/\w/.test(reasons.get(name) ?? '') ? [] : [name]))).toEqual([])
  })
})
