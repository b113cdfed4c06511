/** `npm run lint`, `npm run typecheck`, `npm run format`, and the budget of scripts: all workspaces, tests and scripts at once. */
import { join } from 'node:path'
import { root } from './lib/paths.mjs'
import { runToEnd } from './lib/run.mjs'
import { failWith, Sentence } from './lib/sentence.mjs'

const bin = (path) => join(root, 'node_modules', path)
const tsc = (project) => [bin('typescript/bin/tsc'), '--noEmit', '-p', project]

/** In CI nothing is rewritten: there a wrong format is a failure. */
const prettier = ['--ignore-unknown', '--log-level=warn', process.env.CI ? '--check' : '--write', '.']

const tools = {
  lint: [[bin('eslint/bin/eslint.js'), '--max-warnings=0', '.']],
  typecheck: [
    ...['storage', 'transcoder', 'backend', 'tests'].map(tsc),
    [bin('vue-tsc/bin/vue-tsc.js'), '--noEmit', '-p', 'frontend'],
  ],
  budget: [[join(root, 'scripts/script_budget.mjs')]],
  format: [[bin('prettier/bin/prettier.cjs'), ...prettier]],
}

const commands = tools[process.argv[2]]
if (!commands) failWith(new Sentence(`Which of them: ${Object.keys(tools).join(', ')}?`))
for (const command of commands) {
  const code = await runToEnd([...command, ...process.argv.slice(3)])
  process.exitCode ||= code
}
