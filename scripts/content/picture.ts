import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { inside } from './files.ts'
import { ContentError, type Problem } from './problem.ts'

/** A picture below the content folder, its size in pixels. */
export interface Picture {
  file: string
  width: number
  height: number
}

/** Networks that show previews take no larger file. */
const MOST_BYTES = 5_000_000

/** A PNG file begins with eight bytes of its own, then its first chunk: length, `IHDR`, width, height (PNG, third edition, 5.2 and 11.2.1). */
const BEGINNING = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const HEAD = BEGINNING.length + 8

/** A picture that the site names, or what is wrong with it. What a symbolic link points to is never published. */
export function readPicture(folder: string, file: string): Picture | Problem {
  const wrong = (fix: string): Problem => ({ file: 'site.yaml', field: 'picture.file', value: file, fix })
  try {
    const path = inside(folder, file)
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat?.isFile()) return wrong('there is no such file below content; put it there or remove the field')
    const head = headOf(path)
    const isPng = head.length === HEAD && head.subarray(0, BEGINNING.length).equals(BEGINNING)
    const [width, height] = isPng ? [head.readUInt32BE(16), head.readUInt32BE(20)] : [0, 0]
    if (width === 0 || height === 0)
      return wrong('this is no PNG picture; save it as one, 1200 by 630 pixels')
    if (stat.size > MOST_BYTES) return wrong('the file has more than 5 MB; make it smaller')
    return { file, width, height }
  } catch (error) {
    if (error instanceof ContentError) return wrong(error.problems[0]?.fix ?? '')
    throw error
  }
}

function headOf(path: string): Buffer {
  const head = Buffer.alloc(HEAD)
  const descriptor = openSync(path, 'r')
  try {
    return head.subarray(0, readSync(descriptor, head, 0, HEAD, 0))
  } finally {
    closeSync(descriptor)
  }
}
