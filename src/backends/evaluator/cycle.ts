/** The cycle around a year: which years it has, and what those before this one left behind. */
import { civilOf, yearOf } from '../../model/date.ts';
import { isUnder } from './cap.ts';
import type { Facts } from './facts.ts';
import { Past, type Window } from './past.ts';
import type { Program } from './program.ts';
import type { ReadPerson } from './read.ts';
import { reckon } from './reckon.ts';
import { Report } from './report.ts';
import { type Around, Run } from './run.ts';
import { listed } from './words.ts';

/** The cycle that the year lies in. A person without the date that begins it has the one of the rule set, with a notice. */
export function windowOf({ plan, person: schema }: Program, person: Facts, year: number, report: Report): Window {
  const { cycle } = plan;
  if (cycle === null) return { first: year, last: year };
  if (cycle.kind === 'rolling') return { first: year - cycle.years + 1, last: year };
  const anchor = anchorYear();
  const into = (((year - anchor) % cycle.years) + cycle.years) % cycle.years;
  return { first: year - into, last: year - into + cycle.years - 1 };

  function anchorYear(): number {
    const own = plan.effective === null ? year : Number(plan.effective.slice(0, 4));
    if (cycle?.kind !== 'anchored') return own;
    if ('day' in cycle.from) return yearOf(cycle.from.day);
    const place = schema.place(cycle.from.field);
    const stated = person[place];
    if (typeof stated === 'number') return civilOf(stated).year;
    report.notice(null, null, 'cycleUnknown', { fields: listed(report.lang, [schema.field(place).label]) });
    return own;
  }
}

/** Reckons the years of the cycle before this one, each on top of those before it. */
export function pastOf(program: Program, person: ReadPerson, year: number, around: Omit<Around, 'past'>): Past {
  const past = new Past();
  for (let before = around.window.first; before < year; before += 1) {
    // What is told does not reach anyone, in whatever language.
    const silent = new Report({ lang: 'zh', explain: false, onUse: undefined });
    const run = new Run(program, person.facts, before, silent, { ...around, past });
    const entries = reckon(run, person).entries.filter(({ here, visiting }) => here || visiting);
    for (const cap of program.caps) {
      if (cap.cap.per !== 'cycle') continue;
      const under = entries.filter((entry) => isUnder(run, cap, entry));
      const counted = under.reduce(
        (sum, { credits, added }) => sum + (cap.cap.stage === 'item' ? Math.max(0, credits - added) : credits),
        0,
      );
      past.used.set(cap, (past.used.get(cap) ?? 0) + counted);
    }
    past.entries.push(...entries);
  }
  return past;
}
