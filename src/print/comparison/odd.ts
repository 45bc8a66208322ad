/** Whether a change does what its words lead one to expect. */
import type { Change, ChangeKind, Effect } from '../../model/comparison.ts';
import type { Odd } from './told.ts';

/** Where more credits are in the line, more are earned; a requirement asks for more. */
const MORE: Readonly<Partial<Record<ChangeKind, Effect>>> = {
  award: 'looser',
  cap: 'looser',
  deem: 'looser',
  requirement: 'stricter',
};

const AMOUNT = /\d+(?:\.\d+)?(?= 学分)/g;

/** The one amount of credits in which two lines differ, all else being the same: up or down. */
const step = (before: string, after: string): number => {
  if (before.replace(AMOUNT, '#') !== after.replace(AMOUNT, '#')) return 0;
  const [old, now] = [before.match(AMOUNT) ?? [], after.match(AMOUNT) ?? []];
  const moved = old.flatMap((one, at) => (one === now[at] ? [] : [Number(now[at]) - Number(one)]));
  return moved.length === 1 ? (moved[0] ?? 0) : 0;
};

export const oddOf = ({ kind, before, after, effect, witness, counter }: Change): Odd | null => {
  if (witness?.alone || counter?.alone) return 'undone';
  const more = MORE[kind];
  if (!more || before === null || after === null) return null;
  const moved = step(before, after);
  if (moved === 0) return null;
  const expected = moved > 0 ? more : more === 'looser' ? 'stricter' : 'looser';
  const against = expected === 'looser' ? 'stricter' : 'looser';
  return effect === 'mixed' || effect === against ? 'against' : null;
};
