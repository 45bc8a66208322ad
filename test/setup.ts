import { configureGlobal } from 'fast-check';

// `npm run test:long` looks for what a short run has no time for.
const longer = process.env.CME_LONG === '1' ? 20 : 1;

configureGlobal({ seed: Number(process.env.CME_SEED), numRuns: 100 * longer });
