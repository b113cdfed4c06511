/** `npm run bench -- NAME args…`: one benchmark of tests/bench; its last line is one JSON object. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/paths.mjs'
import { runToEnd, typescript } from './lib/run.mjs'
import { failWith, Sentence } from './lib/sentence.mjs'

const folder = join(root, 'tests/bench')
const [name = '', ...rest] = process.argv.slice(2)
// npm itself takes only the first `--`; whoever writes another means the same
const args = rest.filter((arg) => arg !== '--')
const file = join(folder, `${name}.ts`)
if (!/^[a-z0-9-]+$/.test(name) || !existsSync(file)) {
  const names = existsSync(folder) ? readdirSync(folder).filter((entry) => entry.endsWith('.ts')) : []
  failWith(
    new Sentence(
      `Which benchmark: ${names.map((entry) => entry.replace('.ts', '')).join(', ') || 'there is none yet'}?`
    )
  )
}
process.exitCode = await runToEnd(typescript([file, ...args]))
