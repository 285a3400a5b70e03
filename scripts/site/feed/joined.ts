/**
 * Parts of a document with another between every two, in UTF-8. An entry stands in the feeds of all its topics and
 * publishers; it is encoded once, and takes half the room of a text with one dash in it.
 */
export function joined(parts: Buffer[], between: Buffer): Buffer {
  return Buffer.concat(parts.flatMap((part, at) => (at === 0 ? part : [between, part])))
}
