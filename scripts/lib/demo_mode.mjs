import { isFirstStart, readNote, writeNote } from './data_dir.mjs'
import { Sentence } from './sentence.mjs'

const NOTE = 'demo.json'

/**
 * Whether this is a demo: '1' accounts and skits, 'accounts', or '0'. Once made, demo accounts stay (with a password
 * that everybody can read) until `npm run ace -- demo:clear`, so the mode is remembered in DATA_DIR/demo.json.
 * Call before anything is written into DATA_DIR.
 */
export function decideDemoMode({ defaultsToDemo }) {
  const asked = process.env.DEMO
  if (asked && !['0', '1', 'accounts'].includes(asked))
    throw new Sentence(`DEMO: must be 0, 1 or accounts, not ${asked}.`)
  const remembered = readNote(NOTE)
  if (remembered) {
    if (asked === '0')
      console.log('The demo accounts are still there: npm run ace -- demo:clear removes them.')
    return asked === '1' ? '1' : remembered.mode
  }
  if (asked) return asked
  return defaultsToDemo && isFirstStart() && process.env.NODE_ENV !== 'production' ? '1' : '0'
}

export function rememberDemoMode(mode) {
  if (mode !== '0') writeNote(NOTE, { ...readNote(NOTE), mode })
}

export function demoSkitsAreMade() {
  return readNote(NOTE)?.skits === true
}

export function rememberDemoSkits() {
  const note = readNote(NOTE)
  if (note) writeNote(NOTE, { ...note, skits: true }) // demo:clear may have come meanwhile
}

export const DEMO_ACCOUNTS = ['producer@demo.test', 'editor@demo.test', 'admin@demo.test']
export const DEMO_PASSWORD = 'demo-2026'
