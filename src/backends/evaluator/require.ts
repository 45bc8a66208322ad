/** The requirement: what it asks for, what was earned towards it, and whether it is met. */
import { compareRatios, type Exact, part, plus, type Ratio, ratio, toCredit } from '../../model/credit.ts';
import type { Credit, Minimum } from '../../model/plan.ts';
import { demand, scales, type Unit } from './ask.ts';
import { binds, chosen } from './bind.ts';
import { classHours } from './classHours.ts';
import type { Entry } from './entry.ts';
import type { Run } from './run.ts';

/** A line of the requirement as it binds this practitioner. */
export interface Binding {
  readonly line: Minimum;
  /** In the scale of its unit. */
  readonly required: Ratio;
  readonly earned: Ratio;
  readonly met: boolean;
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
  const { asked, exempt } = demand(run, binding, lines, achievement.total);
  const judged = lines.map((line): Binding => {
    const required = { n: asked.get(line.key) ?? 0, d: 1 };
    const earned = earnedOf(run, line, achievement);
    const order = compareRatios(earned, required);
    run.report.use(line.source, 'bound');
    run.report.read(line.source.readings);
    return { line, required, earned, met: achievement.deemed || (line.bound === 'least' ? order >= 0 : order <= 0) };
  });
  return { lines: judged, exempt };
}

/** As shown, in hundredths of the unit: rounded half up. @throws TooLarge */
export const shown = ({ n, d }: Ratio, unit: Unit): Credit =>
  toCredit(part(n, ratio(100, BigInt(d) * BigInt(scales[unit])), 'half'));

function earnedOf(run: Run, { subject, unit }: Minimum, { entries, total }: Achievement): Ratio {
  const { items } = run.program;
  if (unit === 'credits' && subject === null) return { n: total, d: 1 };
  const counted =
    subject === null ? entries : entries.filter(({ item }) => subject.includes(items[item]?.item.key ?? ''));
  if (unit === 'classHours') return classHours(items, counted);
  if (unit === 'times') return { n: counted.filter(({ credits }) => credits > 0).length, d: 1 };
  return { n: counted.reduce<Exact>((sum, { credits }) => plus(sum, credits), 0), d: 1 };
}
