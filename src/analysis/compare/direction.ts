/**
 * Which way a change goes, proven from what stands around it. Two plans that differ in one part are looked at: nothing is
 * said of what several changes do together, which is a chain of these.
 */
import type { Plan } from '../../model/plan.ts';
import { OfCap } from './ofCap.ts';
import { demands, exceptions } from './ofDemand.ts';
import { fields } from './ofField.ts';
import { OfItem } from './ofItem.ts';
import type { Part } from './parts.ts';
import { Setting } from './setting.ts';
import { shift } from './shift.ts';
import { meaningOf } from './text.ts';
import { orAlways, type Truths } from './truths.ts';
import { turned, type Way, wayOf, where } from './way.ts';

export const direction = (truths: Truths, before: Plan, after: Plan, part: Part): Way => {
  const setting = new Setting(before, after);
  switch (part.of) {
    case 'item': {
      const of = new OfItem(setting, truths);
      return part.after ? of.whole(part.after) : part.before ? turned(of.whole(part.before)) : 'neutral';
    }
    case 'match':
    case 'gates':
    case 'lines':
    case 'factors':
    case 'best':
    case 'deems':
    case 'apart':
    case 'placed':
    case 'stays':
    case 'time':
      return new OfItem(setting, truths).way(part);
    case 'cap':
      return new OfCap(setting, truths).way(part.before, part.after);
    case 'requirement':
    case 'minimum':
    case 'reduction':
    case 'binds':
    case 'since':
      return demands(truths, before, after);
    case 'exception':
      return exceptions(truths, before, after);
    case 'makeup': {
      const [old, now] = [part.before, part.after];
      if (!old || !now) return null;
      return shift(truths, [], orAlways(old.when), orAlways(now.when)) === 'neutral' ? 'neutral' : null;
    }
    case 'carry': {
      const [old, now] = [part.before, part.after];
      const most = (limit: number | null): number => limit ?? Number.MAX_SAFE_INTEGER;
      if (old && now && old.field !== now.field) return null;
      const way = old && now ? wayOf(Math.sign(most(now.limit) - most(old.limit))) : now ? 'looser' : 'stricter';
      return where(() => setting.verdicts([]), way);
    }
    case 'field':
      return fields(setting, truths, part);
    case 'words':
      return 'neutral';
    case 'caps':
    case 'cycle':
      return null;
  }
};

/** What a plan means, for the question whether two mean the same: lists of which the order means nothing are sorted. */
export const wholeMeaning = (plan: Plan): string => {
  const sorted = (list: readonly object[]): readonly string[] => list.map(meaningOf).sort();
  const items = plan.items.map((item) => {
    const { gates, lines, factors, deems, apart } = item;
    const few = [gates, lines, factors, deems, apart].map(sorted);
    return JSON.stringify([meaningOf({ ...item, gates: [], lines: [], factors: [], deems: [], apart: [] }), few]);
  });
  const fieldsOf = [plan.personFields, plan.recordFields].map((list) => list.map((one) => JSON.stringify(one)).sort());
  // What fills one line fills no other, and a share is taken of what is left: there the order means something.
  const fills = plan.requirements.some(({ lines }) => lines.some(({ fillable }) => fillable !== null));
  const requirements = plan.requirements.map((one) =>
    JSON.stringify([
      one.name,
      meaningOf([one.binds, one.since]),
      fills ? meaningOf(one.lines) : sorted(one.lines),
      one.reductions.some(({ by }) => by.kind === 'share') ? meaningOf(one.reductions) : sorted(one.reductions),
    ]),
  );
  return JSON.stringify([
    items.sort(),
    sorted(plan.caps),
    requirements.sort(),
    sorted(plan.exceptions),
    fieldsOf,
    meaningOf([plan.cycle, plan.makeUp, plan.carry]),
  ]);
};
