import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from '../../content/files.ts'
import type { Content } from '../../content/load.ts'
import type { Place } from '../digest.ts'

const CODE = ['layouts', 'scripts', '.eleventy.js', 'package-lock.json']
const READER = ['scripts/content', 'package-lock.json']

/**
 * Signs what no single page can be told to depend on: the code, what the site is called, where it lives, its registry of
 * topics, publishers and instruments. With any of them everything is made anew.
 */
export function frameOf(
  { site, topics, publishers, instruments, pages, picture }: Content,
  place: Place,
): string {
  const said = JSON.stringify([
    site,
    topics,
    publishers,
    instruments,
    pages,
    picture,
    place.url,
    place.pathPrefix,
  ])
  return hash('sha1', `${process.version} ${codeOf(process.cwd())} ${said}`, 'hex')
}

/** Signs what decides how a file of the content is read. */
export const readerVersion = (): string =>
  hash('sha1', `${process.version} ${codeOf(process.cwd(), READER)}`, 'hex')

function codeOf(project: string, code = CODE): string {
  const files = code.flatMap((name) =>
    name.includes('.')
      ? [name]
      : listFiles(join(project, name), isCode, () => {}).map((path) => join(name, path)),
  )
  return files.map((path) => `${path} ${hash('sha1', readFileSync(join(project, path)), 'hex')}`).join()
}

const isCode = (): boolean => true
