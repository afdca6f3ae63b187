import { defineConfig } from 'vitest/config';

const throughBrowser = ['test/journeys/**/*.test.ts', 'test/**/*.browser.test.ts'];

const hour = 3_600_000;

/** The house is loaded once in a worker, not once for each file: half of a run was loading. */
const isolate = false;

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    reporters: process.env.VITEST_REPORT
      ? ['default', ['json', { outputFile: process.env.VITEST_REPORT }]]
      : ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          isolate,
          include: ['test/**/*.test.ts'],
          exclude: throughBrowser,
          globalSetup: ['test/support/run-folder.ts'],
          testTimeout: 15_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'browser',
          isolate,
          include: throughBrowser,
          globalSetup: ['test/support/run-folder.ts', 'test/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        // `npm run crawl`: everything everywhere, far too long for every run.
        test: {
          name: 'crawl',
          isolate,
          include: ['test/crawl/**/*.crawl.ts'],
          globalSetup: ['test/support/run-folder.ts', 'test/global-setup.ts'],
          testTimeout: hour,
          hookTimeout: hour,
        },
      },
    ],
  },
});
