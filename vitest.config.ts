import { defineConfig, mergeConfig } from 'vitest/config'
import { LongestFirst } from './test/longest-first.ts'
import base from './vite.config.ts'

export default defineConfig((environment) =>
  mergeConfig(base({ ...environment, isSsrBuild: true }), {
    test: {
      include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
      globalSetup: ['test/global-setup.ts'],
      pool: 'forks',
      maxWorkers: 2,
      testTimeout: 40_000,
      // The first file that asks for the demo region makes it, while other files use the machine too.
      hookTimeout: 240_000,
      sequence: { hooks: 'list', sequencer: LongestFirst },
    },
  }),
)
