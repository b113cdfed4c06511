import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const WORTH_COMPRESSING = /\.(?:js|css|svg|json|html|webmanifest)$/
const SMALLEST_BYTES = 1024

/** Writes `.br` and `.gz` beside every text asset, for a server that serves them as they are. */
export function precompress(): Plugin {
  let directory = ''
  return {
    name: 'hub:precompress',
    apply: (config, { command }) => command === 'build' && !config.build?.ssr,
    configResolved(config) {
      directory = join(config.root, config.build.outDir)
    },
    // Not closeBundle: that comes after a failed build too, and would hide why it failed.
    async writeBundle() {
      for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !WORTH_COMPRESSING.test(entry.name)) continue
        await compress(join(entry.parentPath, entry.name))
      }
    },
  }
}

async function compress(path: string) {
  const bytes = await readFile(path)
  if (bytes.byteLength < SMALLEST_BYTES) return
  const brotli = await promisify(brotliCompress)(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  })
  await writeFile(`${path}.br`, brotli)
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }))
}
