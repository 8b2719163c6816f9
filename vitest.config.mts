import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/fixtures/**', 'node_modules/**'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // A shared machine that stalls for seconds fails one test of thousands; what fails twice is a fault. At one's own desk nothing is retried.
    retry: process.env['CI'] ? 1 : 0,
    env: { FORCE_COLOR: '0', NO_COLOR: '' },
    pool: 'forks',
    maxWorkers: 2,
  },
});
