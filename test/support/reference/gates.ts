/** Step 5: review, then gates. The first false one is the reason; an open one leaves the record incomplete. */
import type { ItemEntry } from '../../../src/model/ruleset.ts';
import { type Asked, opposite, some, type Truth, truthOf, when } from './condition.ts';
import { linesOf, readingsNamed } from './world.ts';

export const approved = (asked: Asked): Truth => {
  const review = asked.record?.get('review');
  return review === undefined ? undefined : review === 'approved';
};

export const gated = (asked: Asked, item: ItemEntry): { passed: Truth; readings: ReadonlySet<string> } => {
  const gates = linesOf(item.section, 'gate').map((gate) => ({
    gate,
    truth: some([opposite(when(gate.when, asked)), truthOf(gate.that, asked)]),
  }));
  const failed = gates.find(({ truth }) => truth === false);
  if (failed) return { passed: false, readings: readingsNamed(asked.world, failed.gate) };
  return { passed: gates.some(({ truth }) => truth === undefined) ? undefined : true, readings: new Set() };
};
