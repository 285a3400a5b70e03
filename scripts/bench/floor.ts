import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import matter from 'gray-matter'
import MarkdownIt from 'markdown-it'

/**
 * The least that any generator of this kind does, as a program of its own: every article and story through gray-matter
 * and markdown-it, and as many files with as many bytes written as are asked for.
 *
 *     node floor.ts CONTENT OUTPUT FILES BYTES
 */
const [content = '', output = '', files = '0', bytes = '0'] = process.argv.slice(2)
const markdown = new MarkdownIt()
const each = Math.round(Number(bytes) / Number(files))
const texts = ['articles', 'stories'].flatMap((kind) =>
  readdirSync(join(content, kind)).map((name) => join(content, kind, name)),
)
for (let at = 0; at < Math.max(texts.length, Number(files)); at++) {
  const path = texts[at]
  let page = ''
  if (path) {
    const { data, content: body } = matter(readFileSync(path, 'utf8'), {})
    page = `<title>${data.title}</title>${markdown.render(body)}`
  }
  if (at >= Number(files)) continue
  const folder = join(output, String(at))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'index.html'), page.slice(0, each).padEnd(each))
}
