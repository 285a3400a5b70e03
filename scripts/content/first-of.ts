/**
 * The first of so many numbers, of which `numberAt` says the next, in the order that `isBefore` says. Few are wanted of
 * many: each is put in its place among those, or passed over at once.
 */
export function firstOf(
  of: number,
  numberAt: (at: number) => number,
  count: number,
  isBefore: (a: number, b: number) => boolean,
): number[] {
  const found: number[] = []
  for (let at = 0; at < of; at++) {
    const one = numberAt(at)
    if (found.length === count) {
      if (!isBefore(one, found[count - 1] as number)) continue
      found.pop()
    }
    let place = found.length
    found.push(one)
    for (; place > 0 && isBefore(one, found[place - 1] as number); place--)
      found[place] = found[place - 1] as number
    found[place] = one
  }
  return found
}
