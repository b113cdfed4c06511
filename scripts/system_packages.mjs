/**
 * The programs that npm cannot bring. On Debian and its like they are installed where we may, saying so;
 * elsewhere the sentence says what to type.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PROGRAMS = {
  ffmpeg: {
    packages: ['ffmpeg'],
    has: () => onPath('ffmpeg') && onPath('ffprobe'),
    why: 'makes and measures the videos',
  },
  espeak: { packages: ['espeak-ng'], has: () => onPath('espeak-ng'), why: 'speaks in the demo skits' },
  fonts: {
    packages: ['fonts-dejavu-core', 'fontconfig'],
    has: () => onPath('fc-match') && hasVietnameseFont(),
    why: 'writes in the demo skits',
  },
  chromium: { packages: ['chromium'], has: () => onPath('chromium'), why: 'is the browser of the tests' },
  postgresql: {
    packages: ['postgresql'],
    has: () => postgresBin() !== undefined,
    why: 'is the second database of the tests',
  },
}

/**
 * Installs what is missing of the named programs.
 * @returns {{missing: string[], sentence?: string}} what could not be had, and what to do about it
 */
export function ensurePrograms(names) {
  const lacking = names.filter((name) => !PROGRAMS[name].has())
  if (lacking.length === 0) return { missing: [] }
  const packages = lacking.flatMap((name) => PROGRAMS[name].packages)
  const command = `apt-get install --no-install-recommends ${packages.join(' ')}`
  const reasons = lacking.map((name) => `${name} (${PROGRAMS[name].why})`).join(', ')
  if (!onPath('apt-get')) {
    return {
      missing: lacking,
      sentence: `Missing: ${reasons}. Please install it with your system's package manager.`,
    }
  }
  if (process.getuid?.() !== 0)
    return { missing: lacking, sentence: `Missing: ${reasons}. Please type:\n  sudo ${command}` }
  console.log(`Installing from the system's packages: ${reasons}.`)
  const failure = aptInstall(packages)
  const missing = lacking.filter((name) => !PROGRAMS[name].has())
  if (missing.length === 0) return { missing }
  return {
    missing,
    sentence: `${failure}\nNot installed: ${missing.join(', ')}. Please see to it and type:\n  ${command}`,
  }
}

function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env, encoding: 'utf8' })
  const updated = apt('update', '-qq')
  const installed = apt('install', '-y', '-qq', '--no-install-recommends', ...packages)
  return [updated, installed]
    .filter((step) => step.status !== 0)
    .map((step) => step.stderr.trim())
    .join('\n')
}

/** Path of a program on PATH, or undefined. */
export function onPath(program) {
  // Debian keeps some programs where only root's PATH looks
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin']
  return folders
    .filter(Boolean)
    .map((folder) => join(folder, program))
    .find(existsSync)
}

/** Folder of PostgreSQL's own programs (initdb, postgres): Debian keeps them off PATH, by version. */
export function postgresBin() {
  const base = '/usr/lib/postgresql'
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(base, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

function hasVietnameseFont() {
  return vietnameseFont() !== undefined
}

/** A bold font file that has the letters of Vietnamese (ệ is U+1EC7), or undefined. */
export function vietnameseFont() {
  const found = spawnSync('fc-match', ['-f', '%{file}\t%{charset}', ':bold:charset=1ec7'], {
    encoding: 'utf8',
  })
  const [file, charset = ''] = (found.stdout ?? '').split('\t')
  return file && existsSync(file) && covers(charset, 0x1ec7) ? file : undefined
}

/** fc-match always answers with something; its list of ranges ("1ea0-1ef9 20ab") says whether it fits. */
function covers(charset, codePoint) {
  return charset.split(/\s+/).some((range) => {
    const [from, to = from] = range.split('-').map((hex) => parseInt(hex, 16))
    return from <= codePoint && codePoint <= to
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { missing, sentence } = ensurePrograms(process.argv.slice(2))
  if (sentence) console.error(sentence)
  process.exitCode = missing.length > 0 ? 1 : 0
}
