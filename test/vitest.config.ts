import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/scratch-root.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // By default one core is left free, and most of these tests wait for a process of their own.
    maxWorkers: 2,
    env: { TZ: 'America/New_York' },
  },
})
