import { defineConfig } from 'vitest/config';

const long = process.env.CME_LONG === '1';

// One seed a run, for the order of test files and for all property tests. The short run judges a commit, so that it says
// the same of one commit each time; the long run looks for what is not known yet, by a seed of its own. vitest prints it,
// so that a failure can be had again: CME_SEED=… npm test
const seed = Number(process.env.CME_SEED ?? (long ? Math.trunc(Math.random() * 2 ** 31) : 20_261_122));

// A browser fills the machine by itself, and packing makes `dist` anew.
const ALONE = ['test/browser/**/*.test.ts', 'test/house/{pack,desktop}.test.ts'];

export default defineConfig({
  build: {
    // `ssr` leaves the dependencies and Node's own modules as imports. Two of the three entries use neither Node nor a
    // browser; they are kept readable, for whoever bundles or debugs them.
    ssr: true,
    target: 'node22',
    outDir: 'dist',
    minify: false,
    rolldownOptions: {
      input: {
        cli: 'src/cli.ts',
        worker: 'src/cli/workers/worker.ts',
        verifying: 'src/cli/verifying/engine.ts',
        index: 'src/index.ts',
        data: 'src/data/index.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'beside',
          include: ['test/**/*.test.ts'],
          exclude: ALONE,
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      // One process for all of them, in which the browser stays open from file to file.
      {
        extends: true,
        test: { name: 'alone', include: ALONE, maxWorkers: 1, isolate: false, sequence: { groupOrder: 1 } },
      },
    ],
    setupFiles: ['test/setup.ts'],
    env: { CME_SEED: String(seed) },
    sequence: { shuffle: { files: true, tests: false }, seed },
    testTimeout: long ? 600_000 : 20_000,
    hookTimeout: 60_000,
    coverage: { provider: 'v8', include: ['grammar/**/*.ts', 'src/**/*.ts'] },
  },
});
