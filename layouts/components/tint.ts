/** Class of the tint that stands for a share of the most, in four steps; none for nothing. */
export function tint(number: number, most: number): string | undefined {
  return number > 0 ? `t${Math.ceil((4 * number) / most)}` : undefined
}
