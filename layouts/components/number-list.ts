/** Numbers as people list them, runs drawn together: `1, 3 to 5 and 8`. They must rise. */
function numberList(numbers: number[]): string {
  const runs: number[][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run && run.at(-1) === number - 1) run.push(number)
    else runs.push([number])
  }
  const items = runs.flatMap((run) => (run.length < 3 ? run.map(String) : [`${run[0]} to ${run.at(-1)}`]))
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** `paragraph 2`, `paragraphs 2 to 4`. */
export function paragraphList(numbers: number[]): string {
  return `${numbers.length === 1 ? 'paragraph' : 'paragraphs'} ${numberList(numbers)}`
}
