import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Corpus } from './corpus.ts'
import type { Measures } from './measure.ts'
import { type Project, writeProject } from './plain-site.ts'
import { run } from './run.ts'

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
{{ range .AlternativeOutputFormats }}<link rel="{{ .Rel }}" type="{{ .MediaType.Type }}" href="{{ .Permalink }}">{{ end }}</head>
<body><header><a href="{{ "/" | relURL }}">Bench Wire</a></header><main>{{ block "main" . }}{{ end }}</main></body></html>
`
const LIST = `{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}<ul>{{ range .Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <time>{{ .Date.Format "2006-01-02" }}</time></li>{{ end }}</ul>{{ end }}
`
const PROJECT: Project = {
  'config.toml': `baseURL = "https://bench.example/"
title = "Bench Wire"
[taxonomies]
topic = "topics"
[services.rss]
limit = 50
`,
  'layouts/_default/baseof.html': PAGE,
  'layouts/_default/list.html': LIST,
  'layouts/_default/single.html': `{{ define "main" }}<h1>{{ .Title }}</h1><time>{{ .Date.Format "2006-01-02" }}</time>
<ul>{{ range (.GetTerms "topics") }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>{{ .Content }}{{ end }}
`,
  'layouts/index.html': `{{ define "main" }}<ul>{{ range first 50 .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
`,
}

/** Hugo on the same articles and stories: a plain theme, a taxonomy of topics, feeds. Says when there is no Hugo. */
export async function measureHugo(
  { content }: Corpus,
  folder: string,
  runs: number,
  measures: Measures,
): Promise<string> {
  const version = spawnSync('hugo', ['version'], { encoding: 'utf8' })
  if (version.status !== 0) return 'Hugo is not on the PATH and was not measured'
  const project = join(folder, 'hugo')
  writeProject(project, PROJECT, content, ({ title, date, topics, story }) => ({
    title,
    date,
    topics,
    story,
  }))
  const output = join(project, 'public')
  for (let at = 0; at < runs; at++) {
    for (const path of [output, join(folder, 'hugo-cache')]) rmSync(path, { recursive: true, force: true })
    const args = [
      '--quiet',
      '--source',
      project,
      '--destination',
      output,
      '--cacheDir',
      join(folder, 'hugo-cache'),
    ]
    measures.add('hugo: full', await run('hugo', args))
  }
  rmSync(project, { recursive: true, force: true })
  return version.stdout.split(' ').slice(0, 2).join(' ')
}
