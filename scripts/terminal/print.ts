import { visible } from '../content/visible.ts'

/** Prints lines to the standard output, nothing in them unseen and nothing that steers the terminal. */
export function print(text: string): void {
  console.log(visibleLines(text))
}

/** The same to the standard error. */
export function complain(text: string): void {
  console.error(visibleLines(text))
}

const visibleLines = (text: string): string => text.split('\n').map(visible).join('\n')
