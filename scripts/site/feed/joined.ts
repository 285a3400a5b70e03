/**
 * The parts of a document whose pieces are parted by another between every two, in UTF-8. An entry stands in the feeds of all
 * its topics and publishers; it is encoded once, and takes half the room of a text with one dash in it.
 */
export function joined(pieces: Buffer[][], between: Buffer): Buffer[] {
  return pieces.flatMap((parts, at) => (at === 0 ? parts : [between, ...parts]))
}
