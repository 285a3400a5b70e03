import { crc32 } from 'node:zlib'
import type { RecordFile } from './record-file.ts'

/** Bytes of a record before its value: its key, a sum of both, the value's length. */
const KEY = 32
const SUM = 4
const HEAD = KEY + SUM + 4

/** Where a record begins and ends in a file. */
export interface Place {
  from: number
  to: number
  /** Whether somebody asked for it. */
  isAsked: boolean
}

/** A record to be written: its key, whether somebody asked for it, its bytes. */
export type PackRecord = [key: string, isAsked: boolean, ...bytes: Buffer[]]

/** Bytes that are written at once. */
const TOGETHER = 1 << 20

/** Writes records from a place on, and notes where each is; says where the last one ends. */
export function writeRecords(
  file: RecordFile,
  at: number,
  records: Iterable<PackRecord>,
  places: Map<string, Place>,
): number {
  let waiting: Buffer[] = []
  let [written, end] = [at, at]
  const write = () => {
    file.write(Buffer.concat(waiting), written)
    waiting = []
    written = end
  }
  const noted: [string, Place][] = []
  for (const [key, isAsked, ...bytes] of records) {
    const from = end
    for (const part of bytes) {
      waiting.push(part)
      end += part.length
    }
    noted.push([key, { from, to: end, isAsked }])
    if (end - written > TOGETHER) write()
  }
  write()
  for (const [key, place] of noted) places.set(key, place)
  return end
}

/** Notes where records are that stand one behind the other from a place on; says where the last whole one ends. */
export function findRecords(file: RecordFile, from: number, places: Map<string, Place>): number {
  const { size } = file
  let at = from
  while (at + HEAD <= size) {
    const head = file.read(at, at + HEAD, true)
    if (head.length < HEAD) break
    const to = at + HEAD + head.readUInt32LE(KEY + SUM)
    if (to > size) break
    places.set(head.toString('latin1', 0, KEY), { from: at, to, isAsked: false })
    at = to
  }
  return at
}

/** The value of a record; undefined where it is not as it was written. */
export function valueIn(record: Buffer, key: string): Buffer | undefined {
  const value = record.subarray(HEAD)
  const isSound = record.length >= HEAD && record.readUInt32LE(KEY) === sumOf(key, value)
  return isSound ? value : undefined
}

/** What stands before a value in its record: its key, a sum over both and its length. */
export function headOf(key: string, value: Buffer): Buffer {
  const head = Buffer.alloc(HEAD)
  head.write(key, 'latin1')
  head.writeUInt32LE(sumOf(key, value), KEY)
  head.writeUInt32LE(value.length, KEY + SUM)
  return head
}

const sumOf = (key: string, value: Buffer): number => crc32(value, crc32(Buffer.from(key, 'latin1')))
