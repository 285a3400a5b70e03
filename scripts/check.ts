import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { editorsList } from './check/editors-list.ts'
import { visible } from './content/visible.ts'
import { restoreSite } from './site/swap.ts'
import { runCommand } from './terminal/command.ts'
import { readOptions, UsageError } from './terminal/options.ts'
import { print } from './terminal/print.ts'

const USAGE = `npm run check -- [--content DIR] [--output DIR]

  --content DIR  what the digest says (content)
  --output DIR   a built site whose links are checked too, if it is there (_site)

Lists what an editor should look at, and names that could become topics. Exit 1 when something is wrong, 0 when there are only doubts or nothing.`

function main(): number {
  const { content, output } = readOptions(USAGE, {
    content: { type: 'string', default: 'content' },
    output: { type: 'string', default: '_site' },
  })
  if (!existsSync(content)) throw new UsageError(`--content: ${content}: there is no such folder`)
  restoreSite(resolve(output))
  const { wrong, doubtful, names } = editorsList(content, output, new Date().toISOString().slice(0, 10))
  for (const [heading, lines] of [
    ['Wrong', wrong],
    ['Worth a look', doubtful],
  ] as const) {
    print(`${heading}: ${lines.length === 0 ? 'nothing' : lines.length}`)
    // One line each, whatever line breaks a title may have to forge others with.
    for (const line of lines) print(`  ${visible(line)}`)
  }
  if (names.length > 0) print(`Names that no topic covers, ready to paste: ${names.length}`)
  for (const name of names) print(`\n${name}`)
  return wrong.length > 0 ? 1 : 0
}

await runCommand(main)
