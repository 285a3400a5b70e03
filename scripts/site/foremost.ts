/** The first `most` of the candidates, in their order; `before` tells of two whether the one stands before the other. */
export function foremost(
  candidates: Iterable<number>,
  most: number,
  before: (a: number, b: number) => boolean,
): number[] {
  const found: number[] = []
  for (const candidate of candidates) {
    let place = found.length
    if (place === most) {
      if (!before(candidate, found[place - 1] as number)) continue
      place--
    }
    for (; place > 0 && before(candidate, found[place - 1] as number); place--)
      found[place] = found[place - 1] as number
    found[place] = candidate
  }
  return found
}
