/** The rules as JsonLogic: one standard rule for each category, the total, the requirement and the status. */
import type { FieldRef, Plan } from '../../model/plan.ts';
import { Build, type Refusal } from './build.ts';
import { simple } from './expr.ts';
import type { Logic } from './logic.ts';
import { type Prepare, preparer } from './prepare.ts';
import { factsRead } from './reads.ts';
import { type Rules, rulesOf } from './rules.ts';
import { AT_ROOT } from './truth.ts';

export interface JsonLogic {
  readonly rules: Rules;
  /** Of `{person, facts}`: whether a record with a make-up year in the next year is made up; null where none is. */
  readonly makeUp: Logic;
  /** Facts that the rules read, with the names that they have in the prepared input. */
  readonly facts: readonly { readonly ref: FieldRef; readonly name: string }[];
  /** What the sum of a number over a practitioner's records may be at most. */
  readonly most: number;
  readonly prepare: Prepare;
}

/** Rules too large to be of use to anyone. */
const MOST_CHARACTERS = 2 ** 23;

/** Either the whole of the rules, or what in them JsonLogic cannot say exactly. */
export function jsonLogic(plan: Plan): { readonly logic: JsonLogic } | { readonly refused: readonly Refusal[] } {
  const build = new Build(plan);
  build.reads(factsRead(plan));
  if (plan.cycle !== null) build.refuse(null, 'cycle');
  if (build.refusals.length > 0) return { refused: build.refusals };
  const rules = rulesOf(build);
  const { most } = build;
  if (build.refusals.length === 0 && JSON.stringify(rules).length > MOST_CHARACTERS) build.refuse(null, 'tooMany');
  if (build.refusals.length > 0) return { refused: build.refusals };
  const makeUp = plan.makeUp === null ? false : build.truths.isTrue(simple(plan.makeUp.when), AT_ROOT);
  const facts = build.read.map((ref) => ({ ref, name: build.names.of(ref) }));
  return { logic: { rules, makeUp, facts, most, prepare: preparer(plan, { facts: build.read, most }) } };
}
