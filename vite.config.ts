import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import tailwind from '@tailwindcss/vite'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const alias = {
  '#kernel': at('./src/kernel'),
  '#ui': at('./src/ui'),
  '#modules': at('./src/modules'),
  '#services': at('./src/services'),
}

/**
 * One configuration for the three consumers: the browser bundle (`vite build`),
 * the server bundle (`vite build --ssr`), and Vitest.
 */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: isSsrBuild ? [] : [preact({ devToolsEnabled: false, prefreshEnabled: false }), tailwind()],
  resolve: { alias },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  publicDir: false,
  logLevel: 'warn',
  build: isSsrBuild
    ? {
        outDir: '.build/server',
        target: 'esnext',
        minify: false,
        sourcemap: true,
        rollupOptions: { input: { main: at('./src/main.ts') }, output: { entryFileNames: '[name].js' } },
      }
    : {
        outDir: '.build/client',
        manifest: true,
        target: 'es2022',
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rollupOptions: {
          // Of a module that the browser shares with the server only what it uses travels: our files do nothing by being read.
          treeshake: { moduleSideEffects: (id) => !/\/src\/(kernel|modules|ui)\/.*\.tsx?$/.test(id) },
          // Such modules are read through and left out; `islands/size.test.ts` finds one that would travel.
          onLog(level, log, tell) {
            if (!log.message.includes('externalized for browser compatibility')) tell(level, log)
          },
          input: {
            styles: at('./src/ui/styles.css'),
            islands: at('./src/islands.ts'),
            'offline-worker': at('./src/modules/documents/islands/offline-worker.ts'),
            'page-worker': at('./src/ui/islands/page-worker.ts'),
          },
        },
      },
}))
