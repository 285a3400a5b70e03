import type { PageWriter } from './page-writer.ts'

/** What a pagination asks before it makes pages: those whose views are as they were need not be rendered again. */
export const due = <T extends { output: string }>(views: T[], { pages }: { pages: PageWriter }): T[] =>
  pages.due(views)
