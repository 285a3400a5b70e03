import { type Apart, standsApart } from './apart.ts'

/** Statements of one kind that are kept. */
export const MOST = 20

/** What an element says, and in which place of another matter it stands. */
export interface Said {
  text: string
  apart: Apart | undefined
}

/** Long lists of other stories leave room for what the page says further down. */
export const hasRoom = (said: Said[], apart: Apart | undefined): boolean =>
  said.filter((other) => !other.apart === !apart).length < MOST

export const textsOf = (said: Said[]): string[] => said.map(({ text }) => text)

/** What is the page's own word. */
export const own = (said: Said[]): string[] => textsOf(said.filter(({ apart }) => !standsApart(apart)))
