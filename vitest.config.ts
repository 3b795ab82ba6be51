import { defineConfig } from 'vitest/config';

const databaseSetup = './test/support/global-setup.ts';

/** What test files load they share, which saves half of their time; what they keep they do not: each has a database of its own. */
const together = { isolate: false };

/** Four kinds of tests: core in milliseconds, formats on files, api on a real database, walk in a real browser. */
export default defineConfig({
  test: {
    // The machine may have two cores, and the database needs one of them.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'core',
          ...together,
          include: [
            'test/core/**/*.test.ts',
            'test/tidy/**/*.test.ts',
            'test/words/**/*.test.ts',
            'test/web/**/*.test.ts',
          ],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'formats',
          include: ['test/formats/**/*.test.ts', 'test/cli/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'api',
          ...together,
          include: ['test/{storage,acts,api}/**/*.test.ts'],
          globalSetup: [databaseSetup],
          // The longest take 10 s here; a busy machine is several times slower.
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'walk',
          include: ['test/walk/**/*.test.ts'],
          globalSetup: [databaseSetup],
          testTimeout: 300_000,
          // As long as any other step: one second is too short on a busy machine.
          expect: { poll: { timeout: 30_000 } },
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
