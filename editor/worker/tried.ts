/** The examples, each with the lines of this file that did something in it. */
import { type Compiled, runExamples } from '../../src/index.ts';
import type { Tried } from './protocol.ts';

export const tried = (compiled: Compiled): readonly Tried[] =>
  runExamples(compiled, { uses: true }).examples.map(({ uses, ...one }) => ({ ...one, uses: uses ?? [] }));
