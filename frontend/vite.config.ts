import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { precompress } from './vite/precompress.ts'
import { slimHls } from './vite/slim_hls.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

/**
 * One configuration for three uses: the browser's build (`vite build`), the server's (`vite build --ssr`), and
 * the development server that the backend runs in middleware mode.
 */
export default defineConfig(({ command, isSsrBuild }) => ({
  root,
  appType: 'custom',
  plugins: [
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('media-') } } }),
    slimHls(),
    precompress(),
  ],
  html: { cspNonce: '%NONCE%' },
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  // The server's bundle carries everything, so that it runs wherever the sources' node_modules are not.
  ssr: { noExternal: command === 'build' ? true : undefined },
  build: {
    target: 'es2022',
    outDir: isSsrBuild ? 'dist/server' : 'dist/client',
    emptyOutDir: true,
    // One style sheet: a page rendered on the server must not wait for a script to know its looks.
    cssCodeSplit: false,
    ssrManifest: !isSsrBuild,
    // Which chunk imports which, for the budget of scripts
    manifest: !isSsrBuild,
    copyPublicDir: !isSsrBuild,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 600,
  },
}))
