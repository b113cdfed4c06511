/**
 * The scripts that a video's page needs before its first frame: what starts the site, the words of the larger language,
 * the page with its player, hls.js, and the controls. As they are served, brotli-compressed; fails above the budget.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { root } from './lib/paths.mjs'
import { failWith, Sentence } from './lib/sentence.mjs'

/** What there is now and a little room; meant to come down to 200 kB. */
const BUDGET_BYTES = 255_000
const NEEDED = {
  site: ['index.html'],
  words: ['src/i18n/messages_vi.ts', 'src/i18n/messages_en.ts'],
  page: ['src/videos/VideoPage.vue'],
  'hls.js': ['src/player/hls_library.ts'],
  controls: ['src/player/media_elements.ts'],
}

const folder = join(root, 'frontend/dist/client')
const manifest = readManifest()
const counted = new Set()
const parts = Object.entries(NEEDED).map(([name, modules]) => {
  // Of several only one is loaded: the largest counts
  const sizes = modules.map((module) => [...filesOf(module)].filter((file) => !counted.has(file)))
  const [largest] = sizes.sort((a, b) => total(b) - total(a))
  for (const file of largest) counted.add(file)
  return { name, bytes: total(largest) }
})
const bytes = total([...counted])
const kilobytes = (size) => (size / 1000).toFixed(1)
console.log(
  `Scripts before the first frame: ${kilobytes(bytes)} of ${kilobytes(BUDGET_BYTES)} kB (` +
    `${parts.map((part) => `${part.name} ${kilobytes(part.bytes)}`).join(', ')})`
)
if (bytes > BUDGET_BYTES)
  failWith(new Sentence('That is more than the budget. Load later what the first frame does not need.'))

function readManifest() {
  try {
    return JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))
  } catch (error) {
    failWith(new Sentence(`The pages are not built (${error.message}).`))
  }
}

/** A module's chunk and everything that it imports at once. */
function filesOf(module, files = new Set()) {
  const chunk = manifest[module]
  if (!chunk) failWith(new Sentence(`${module} is not in the build; the budget names its modules.`))
  if (files.has(chunk.file)) return files
  files.add(chunk.file)
  for (const imported of chunk.imports ?? []) filesOf(imported, files)
  return files
}

function total(files) {
  return files.reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(folder, file))).length, 0)
}
