import { readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Corpus } from './corpus.ts'
import type { Measures } from './measure.ts'
import { type Project, writeProject } from './plain-site.ts'
import { run } from './run.ts'

const ELEVENTY = 'node_modules/@11ty/eleventy'

const PROJECT: Project = {
  'eleventy.config.mjs': `import { HtmlBasePlugin } from '@11ty/eleventy'
export default function (config) {
  config.addPlugin(HtmlBasePlugin)
  config.addFilter('day', (date) => new Date(date).toISOString().slice(0, 10))
  config.addFilter('head', (list, count) => list.slice(0, count))
  return { dir: { input: 'content', includes: '../layouts' }, markdownTemplateEngine: 'njk', htmlTemplateEngine: 'njk' }
}
`,
  'package.json': '{ "type": "module" }\n',
  'layouts/base.njk': `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head>
<body><header><a href="/">Bench Wire</a></header><main>{{ content | safe }}</main></body></html>
`,
  'layouts/entry.njk': `---
layout: base.njk
---
<h1>{{ title }}</h1><time>{{ page.date | day }}</time>
<ul>{% for tag in tags %}<li><a href="/topics/{{ tag }}/">{{ tag }}</a></li>{% endfor %}</ul>
{{ content | safe }}
`,
  'content/articles/articles.json': '{ "layout": "entry.njk" }\n',
  'content/stories/stories.json': '{ "layout": "entry.njk" }\n',
  'content/topic.njk': `---
pagination: { data: collections, size: 1, alias: tag, filter: [all] }
permalink: "/topics/{{ tag }}/"
layout: base.njk
---
<h1>{{ tag }}</h1><ul>{% for entry in collections[tag] %}<li><a href="{{ entry.url }}">{{ entry.data.title }}</a></li>{% endfor %}</ul>
`,
  'content/index.njk': `---
layout: base.njk
title: Bench Wire
---
<ul>{% for entry in collections.all | head(50) %}<li><a href="{{ entry.url }}">{{ entry.data.title }}</a></li>{% endfor %}</ul>
`,
}

/** Eleventy as its starter projects use it: Nunjucks layouts, one template an article, tag pages, HtmlBasePlugin. */
export async function measureStockEleventy(
  { content }: Corpus,
  folder: string,
  runs: number,
  measures: Measures,
): Promise<string> {
  const project = join(folder, 'stock-eleventy')
  writeProject(project, PROJECT, content, ({ title, date, topics }) => ({ title, date, tags: topics }))
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'))
  const output = join(project, '_site')
  for (let at = 0; at < runs; at++) {
    rmSync(output, { recursive: true, force: true })
    const args = [resolve(ELEVENTY, 'cmd.cjs'), '--quiet']
    measures.add('stock Eleventy: full', await run(process.execPath, args, { cwd: project }))
  }
  rmSync(project, { recursive: true, force: true })
  const { version } = JSON.parse(readFileSync(join(ELEVENTY, 'package.json'), 'utf8')) as { version: string }
  return `Eleventy ${version}`
}
