import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readNote, writeNote } from './data_dir.mjs'
import { readDatabaseState } from './database_state.mjs'
import { DEMO_ACCOUNTS } from './demo_mode.mjs'
import { backendDir, dataDir } from './environment.mjs'
import { hashFiles } from './hash_files.mjs'
import { withLock } from './lock.mjs'
import { root, runDir } from './paths.mjs'
import { npmRun, runQuietly } from './run.mjs'
import { Sentence } from './sentence.mjs'

const ace = (...args) => runQuietly(['ace.js', ...args], { cwd: backendDir })

/** Builds the site's pages where they are not built or their sources have changed. */
export function buildFrontend() {
  const stamp = join(root, 'frontend/dist/.built')
  const wanted = hashFiles(['frontend', 'package-lock.json'])
  const isBuilt = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (isBuilt()) return
  return withLock(join(runDir, 'build.lock'), async () => {
    if (isBuilt()) return
    console.log('Building the pages.')
    await npmRun('build', 'frontend', { env: { ...process.env, NODE_ENV: 'production' } })
    writeFileSync(stamp, wanted)
  })
}

/** Brings the database up to date: tables, starting data of the law, demo accounts. Does nothing where nothing is owed. */
export function prepareDatabase({ withLaws, withDemoAccounts }) {
  return withLock(join(dataDir(), 'prepare.lock'), async () => {
    const state = await readState()
    const files = readdirSync(join(backendDir, 'database/migrations')).map((file) =>
      file.replace(/\.ts$/, '')
    )
    if (files.some((file) => !state.migrations.includes(file))) {
      console.log(
        state.migrations.length === 0 ? 'Making the database.' : 'Bringing the database up to date.'
      )
      await ace('migration:run', '--force')
    }
    if (withLaws) await importLaws(state)
    if (withDemoAccounts && DEMO_ACCOUNTS.some((email) => !state.users.includes(email)))
      await ace('demo:accounts')
  })
}

async function importLaws(state) {
  const sources = ['backend/database/data', 'backend/app/laws', 'backend/app/topics']
  const wanted = hashFiles(sources, process.env.DATABASE_URL ?? '')
  if (state.laws > 0 && readNote('imported.json')?.laws === wanted) return
  console.log('Importing topics, laws and their relations.')
  await ace('laws:import')
  writeNote('imported.json', { laws: wanted })
}

async function readState() {
  try {
    return await readDatabaseState()
  } catch (cause) {
    throw new Sentence(`The database cannot be opened: ${cause.message || cause.code}.`, { cause })
  }
}
