import { renderPage } from './scripts/site/render.ts'

/** Pages are TSX modules paginated over the digest model, which `scripts/site/build.ts` hands in as global data. */
export default function (eleventy) {
  eleventy.addExtension(['11ty.tsx', '11ty.ts'], { key: '11ty.js', compile: renderPage })
  eleventy.addTemplateFormats(['11ty.tsx', '11ty.ts'])
  eleventy.addPassthroughCopy({ 'layouts/assets/*.{js,svg}': 'assets' })
  eleventy.setDataDeepMerge(false)
  return {
    dir: { input: 'layouts/pages' },
    templateFormats: ['11ty.tsx', '11ty.ts'],
    dataTemplateEngine: false,
    htmlTemplateEngine: false,
    markdownTemplateEngine: false,
  }
}
