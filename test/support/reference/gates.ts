/** Step 5: review, then gates. The first false one is the reason; an open one leaves the record incomplete. */
import type { Cond, LineOf } from '../../../src/model/ast.ts';
import type { ItemEntry } from '../../../src/model/ruleset.ts';
import { type Asked, decisive, opposite, some, type Truth, truthOf, when } from './condition.ts';
import { linesOf } from './world.ts';

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
  if (failed) return { passed: false, readings: hangsOn(failed.gate, asked) };
  return { passed: gates.some(({ truth }) => truth === undefined) ? undefined : true, readings: new Set() };
};

/** The readings but for which it would pass. */
const hangsOn = (gate: LineOf<'gate'>, asked: Asked): ReadonlySet<string> => {
  const { span } = gate;
  const passed: Cond = gate.when
    ? { kind: 'or', of: [{ kind: 'not', of: gate.when, span }, gate.that], span }
    : gate.that;
  return decisive(passed, asked);
};
