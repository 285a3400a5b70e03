import type { Paths } from './paths.ts'
import type { StoriesPage, StoryView } from './views.ts'

/** Stories dealt to pages at `path`, `path` + `page/2/` and so on; one page, if an empty one, where there are none. */
export function storyPages(path: string, stories: StoryView[], perPage: number, paths: Paths): StoriesPage[] {
  const count = Math.max(1, Math.ceil(stories.length / perPage))
  return Array.from({ length: count }, (_, index) => ({
    ...paths.locate(index === 0 ? path : `${path}page/${index + 1}/`),
    number: index + 1,
    stories: stories.slice(index * perPage, (index + 1) * perPage),
  }))
}
