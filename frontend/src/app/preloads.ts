import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import regularLatin from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url'
import regularVietnamese from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url'
import boldLatin from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-600-normal.woff2?url'
import boldVietnamese from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff2?url'

const fonts = [regularVietnamese, regularLatin, boldVietnamese, boldLatin]

/** The build's list of files per module; the development server has none and needs none. */
function readManifest(): Record<string, string[]> {
  if (!import.meta.env.PROD) return {}
  const here = dirname(fileURLToPath(import.meta.url))
  return JSON.parse(readFileSync(join(here, '../client/.vite/ssr-manifest.json'), 'utf8')) as Record<
    string,
    string[]
  >
}

const manifest = readManifest()

/** What a module, once rendered, imports as soon as it runs in the browser: not to be waited for twice. */
const followers: Record<string, string[]> = {
  'src/player/HubPlayer.vue': ['src/player/media_elements.ts', 'src/player/hls_library.ts'],
}

/** Link elements for the two weights every page needs, and for the scripts of the modules that were rendered. */
export function preloadLinks(modules: Iterable<string>): string {
  const scripts = new Set<string>()
  for (const module of [...modules].flatMap((each) => [each, ...(followers[each] ?? [])])) {
    for (const file of manifest[module] ?? []) if (file.endsWith('.js')) scripts.add(file)
  }
  return [
    ...fonts.map((href) => `<link rel="preload" as="font" type="font/woff2" href="${href}" crossorigin>`),
    ...[...scripts].map((href) => `<link rel="modulepreload" href="${href}" crossorigin>`),
  ].join('\n    ')
}
