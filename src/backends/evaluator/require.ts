/** The requirement: what it asks for, what was earned towards it, and whether it is met. */
import { compareRatios, type Exact, part, plus, type Ratio, ratio, toCredit } from '../../model/credit.ts';
import type { Credit, Minimum, Subject } from '../../model/plan.ts';
import { demand, scales, type Unit } from './ask.ts';
import { binds, chosen } from './bind.ts';
import { classHours } from './classHours.ts';
import type { Entry } from './entry.ts';
import { type EarnedOf, fill, type Standing } from './fill.ts';
import type { Run } from './run.ts';
import { TRUE } from './truth.ts';

/** A line of the requirement as it binds this practitioner. */
export interface Binding {
  readonly line: Minimum;
  /** In the scale of its unit. */
  readonly required: Ratio;
  /** With what filled it from elsewhere. */
  readonly earned: Ratio;
  readonly met: boolean;
  /** A line of the cycle is judged in its last year, and shown as progress before. */
  readonly judged: boolean;
}

export interface Requirements {
  readonly lines: readonly Binding[];
  /** 减免 全部. */
  readonly exempt: boolean;
}

/** What a practitioner has towards the requirement. */
export interface Achievement {
  readonly entries: readonly Entry[];
  /** With what was carried over. */
  readonly total: Credit;
  /** A deeming held that meets the whole requirement of the year. */
  readonly deemed: boolean;
}

export function judge(run: Run, achievement: Achievement): Requirements {
  const binding = run.program.requirements.filter((program) => binds(run, program));
  const lines = chosen(run, binding);
  const cycle = overCycle(run, achievement);
  const { asked, exempt } = demand(run, binding, lines, { year: achievement.total, cycle: cycle.total });
  const creditsOf: EarnedOf = (period, subject) => counted(run, period === 'cycle' ? cycle : achievement, subject);
  const standing = lines.map((line): Standing => {
    const earned = earnedOf(run, line, line.period === 'cycle' ? cycle : achievement);
    return { line, required: { n: asked.get(line.key) ?? 0, d: 1 }, earned };
  });
  const judged = fill(standing, creditsOf).map(({ line, required, earned }): Binding => {
    const order = compareRatios(earned, required);
    run.report.use(line.source, 'bound');
    run.report.read(line.source.readings);
    const met = line.bound === 'least' ? order >= 0 : order <= 0;
    const deemed = achievement.deemed && line.period === 'year';
    return {
      line,
      required,
      earned,
      met: deemed || met,
      judged: line.period === 'year' || run.year === run.window.last,
    };
  });
  return { lines: judged, exempt };
}

/** The same over all years of the cycle up to this one; what was carried in counts once. */
const overCycle = ({ past }: Run, { entries, total, deemed }: Achievement): Achievement => ({
  entries: [...past.entries, ...entries],
  total: past.entries.reduce((sum, { credits }) => sum + credits, total),
  deemed,
});

/** As shown, in hundredths of the unit: rounded half up. @throws TooLarge */
export const shown = ({ n, d }: Ratio, unit: Unit): Credit =>
  toCredit(part(n, ratio(100, BigInt(d) * BigInt(scales[unit])), 'half'));

function earnedOf(run: Run, { subject, unit }: Minimum, { entries, total }: Achievement): Ratio {
  if (unit === 'credits') return subject === null ? { n: total, d: 1 } : counted(run, { entries }, subject);
  const held = subject === null ? entries : within(run, entries, subject);
  if (unit === 'classHours') return classHours(run.program.items, held);
  return { n: held.filter(({ credits }) => credits > 0).length, d: 1 };
}

const within = (run: Run, entries: readonly Entry[], subject: Subject): readonly Entry[] => {
  const { items, when } = run.program.subjectOf(subject);
  return entries.filter(
    ({ item, facts }) => items[item] === true && (when === null || when.test(run.at(facts)) === TRUE),
  );
};

const counted = (run: Run, { entries }: Pick<Achievement, 'entries'>, subject: Subject): Ratio => ({
  n: within(run, entries, subject).reduce<Exact>((sum, { credits }) => plus(sum, credits), 0),
  d: 1,
});
