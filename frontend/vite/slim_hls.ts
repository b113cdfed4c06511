import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { transformWithOxc, type Plugin } from 'vite'

const require = createRequire(import.meta.url)
const { version } = require('hls.js/package.json') as { version: string }
const source = join(dirname(require.resolve('hls.js/package.json')), 'src')

/** What our playlists never ask of hls.js; captions are track elements, and the sound may stand beside the picture. */
const SWITCHES = {
  __USE_ALT_AUDIO__: true,
  __USE_SUBTITLES__: false,
  __USE_EME_DRM__: false,
  __USE_CMCD__: false,
  __USE_CONTENT_STEERING__: false,
  __USE_INTERSTITIALS__: false,
  __USE_IFRAMES__: false,
  __USE_VARIABLE_SUBSTITUTION__: false,
  __USE_M2TS_ADVANCED_CODECS__: false,
  __USE_MEDIA_CAPABILITIES__: false,
  __IN_WORKER__: false,
  __HLS_WORKER_BUNDLE__: 'undefined',
  __VERSION__: JSON.stringify(version),
}

/** Segments are fragmented MP4: what takes other containers apart and writes them anew is never needed. */
const OTHER_CONTAINERS = /\/(?:tsdemuxer|aacdemuxer|ac3-demuxer|mp3demuxer|mp4-remuxer)$/
const NOTHING = '\0hub:not-in-hls'

/** Builds hls.js from its own sources without what this site has no use for: about 60 % of the bytes. */
export function slimHls(): Plugin {
  return {
    name: 'hub:slim-hls',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      define: Object.fromEntries(Object.entries(SWITCHES).map(([name, value]) => [name, String(value)])),
    }),
    resolveId(id, importer) {
      if (id === 'hls.js') return join(source, 'hls.ts')
      if (importer?.endsWith('/demux/transmuxer.ts') && OTHER_CONTAINERS.test(id)) return NOTHING
      if (id === '@svta/cml-cmcd') return { id, external: true, moduleSideEffects: false }
    },
    load(id) {
      const absent = 'class { static probe() { return false } }'
      if (id === NOTHING) return `export default ${absent}\nexport const AC3Demuxer = ${absent}`
    },
    async transform(code, id) {
      if (!id.startsWith(source)) return
      // Its classes count on fields that only have a type not being written, as its own build does it
      const { code: script, map } = await transformWithOxc(code, id, {
        assumptions: { setPublicClassFields: true },
        typescript: { removeClassFieldsWithoutInitializer: true },
      })
      return { code: script, map }
    },
  }
}
