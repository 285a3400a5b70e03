import { hash } from 'node:crypto'
import { allPrintable, knowAsPrintable } from './printable.ts'

/** Bytes before the fields that say how many they are. */
const LENGTH = 4
/** Where an entry says how to come by its body. */
const BODY = Symbol('body')

/** An entry of the content: its fields, and the text below them. */
export interface Entry {
  body: string
  /** Names the text without reading it; undefined where that was not kept. */
  bodyHash?: string | undefined
}

interface Fields {
  fields: object
  bodyHash?: string
}

/** All of an entry but its body, and how to come by that. */
type Bodiless = Entry & { [BODY]: () => string }

/**
 * An entry as a pack keeps it: its fields as JSON, then its body in UTF-8, which few ask for; within the fields where it is
 * none that may be printed as it is.
 */
export function bytesOf(entry: Entry): Buffer {
  const { body, ...others } = entry
  const isApart = body !== '' && allPrintable(entry) === entry
  const kept: Fields = isApart
    ? { fields: others, bodyHash: hash('sha1', body, 'base64') }
    : { fields: entry }
  const head = Buffer.from(JSON.stringify(kept))
  const length = Buffer.alloc(LENGTH)
  length.writeUInt32LE(head.length)
  return Buffer.concat([length, head, Buffer.from(isApart ? body : '')])
}

/** The entry of these bytes. Its body is got from `bytesAgain` whenever it is asked for: held, bodies are most of a content. */
export function entryFrom<T extends Entry>(bytes: Buffer, bytesAgain: () => Buffer): T {
  const { fields, bodyHash } = JSON.parse(bytes.toString('utf8', LENGTH, endOfFields(bytes))) as Fields
  if (bodyHash === undefined) return fields as T
  Object.defineProperties(fields, {
    [BODY]: { value: () => bodyIn(bytesAgain()) },
    bodyHash: { value: bodyHash },
    body: { get: readBody, enumerable: true },
  })
  knowAsPrintable(fields)
  return fields as T
}

/** One function for all of them, so that all have one shape. */
function readBody(this: Bodiless): string {
  return this[BODY]()
}

const bodyIn = (bytes: Buffer): string => bytes.toString('utf8', endOfFields(bytes))

const endOfFields = (bytes: Buffer): number => LENGTH + bytes.readUInt32LE(0)
