/**
 * `npm test [-- --only SUITE] [--files PART]`: installs what is missing and runs every check and suite, the checks
 * beside the suites. Ends with one line, `N passed, N failed`.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runDir } from './lib/paths.mjs'
import { buildFrontend } from './lib/prepare.mjs'
import { failWith, Sentence } from './lib/sentence.mjs'
import { onStopSignal } from './lib/stop_signal.mjs'
import { stopWithParent } from './lib/stop_with_parent.mjs'
import { ensurePrograms } from './system_packages.mjs'
import { CHECKS, SUITES } from './test/plan.mjs'
import { runTask } from './test/run_task.mjs'
import { startPostgres, startS3 } from './test/services.mjs'

const options = { only: { type: 'string' }, files: { type: 'string' } }
const { only, files } = parseArgs({ options, strict: true }).values
const chosen = (tasks) => tasks.filter((task) => !only || only.split(',').includes(task.suite))
const tasks = { checks: chosen(CHECKS), suites: chosen(SUITES) }
if (tasks.checks.length + tasks.suites.length === 0) {
  const names = [...new Set([...CHECKS, ...SUITES].map((task) => task.suite))]
  failWith(new Sentence(`--only: there are ${names.join(', ')}.`))
}

const scratch = join(runDir, `test-${process.pid}`)
const extraArgs = files ? ['--files', files] : []
const stopping = new AbortController()
const total = { passed: 0, failed: 0 }
const ready = {} // what suites need → a promise of it; of undefined where it cannot be had

stopWithParent()
onStopSignal(
  () => stopping.abort(),
  () => {}
)
removeOldScratch()
mkdirSync(scratch, { recursive: true })
try {
  prepare()
  await Promise.all([runInTurn(tasks.checks), runInTurn(tasks.suites)])
} finally {
  const services = await Promise.all([ready.postgres, ready.s3])
  await Promise.all(services.map((service) => service?.stop()))
  rmSync(scratch, { recursive: true, force: true })
}
if (stopping.signal.aborted) process.exit(130)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed > 0 ? 1 : 0)

/** Installs, starts and builds what the chosen suites need; slow starts go on while the first suites run. */
function prepare() {
  const needed = new Set([...tasks.checks, ...tasks.suites].flatMap((task) => task.needs))
  const programs = ['ffmpeg', 'chromium', 'postgresql'].filter((name) =>
    needed.has(name.replace('postgresql', 'postgres'))
  )
  const { missing, sentence } = ensurePrograms(programs)
  if (sentence) console.error(sentence)
  for (const program of programs)
    ready[program] = Promise.resolve(missing.includes(program) ? undefined : true)
  if (needed.has('pages')) ready.pages = orUndefined('the pages', async () => (await buildFrontend(), true))
  if (needed.has('postgres') && !missing.includes('postgresql'))
    ready.postgres = orUndefined('PostgreSQL', startPostgres)
  if (needed.has('s3')) ready.s3 = orUndefined('the S3 server', () => startS3(join(scratch, 's3')))
}

async function orUndefined(what, start) {
  try {
    return await start()
  } catch (error) {
    console.error(`${what} cannot be had: ${error.message}`)
    return undefined
  }
}

async function runInTurn(list) {
  for (const [index, task] of list.entries()) {
    if (stopping.signal.aborted) return
    const parts = await Promise.all(task.needs.map((need) => ready[need]))
    const lacking = task.needs.filter((_, place) => parts[place] === undefined)
    if (lacking.length > 0) leaveOut(task, lacking)
    else await runOne(task, index)
  }
}

/** Where a part cannot be had its suites are left out, and said so; in CI, and for the pages, that is a failure. */
function leaveOut(task, lacking) {
  const isFailure = Boolean(process.env.CI) || lacking.includes('pages')
  if (isFailure) total.failed += 1
  console.log(`${isFailure ? '✖' : '–'} ${task.title}: left out, for want of ${lacking.join(' and ')}`)
}

async function runOne(task, index) {
  const environment = {}
  for (const name of task.services ?? []) {
    Object.assign(environment, await (await ready[name]).environment(`${task.suite}-${index}`))
  }
  const { passed, failed, seconds, output } = await runTask(task, {
    scratch,
    environment,
    extraArgs,
    signal: stopping.signal,
  })
  if (stopping.signal.aborted) return
  total.passed += passed
  total.failed += failed
  if (failed > 0 || task.suite === 'budget') console.log(`\n${output.trim()}\n`)
  const counts = task.isSuite ? `${passed} passed, ${failed} failed` : failed > 0 ? 'failed' : 'passed'
  console.log(`${failed > 0 ? '✖' : '✔'} ${task.title}: ${counts} (${Math.round(seconds)} s)`)
}

/** A run that was killed leaves its scratch behind. */
function removeOldScratch() {
  for (const name of readdirSync(runDir, { withFileTypes: true }).map((entry) => entry.name)) {
    const pid = Number(/^test-(\d+)$/.exec(name)?.[1])
    if (pid && !isAlive(pid)) rmSync(join(runDir, name), { recursive: true, force: true })
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
