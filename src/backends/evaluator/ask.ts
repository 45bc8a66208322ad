/** How much the lines of a requirement ask for: amounts, 折算, 减免, then shares. */
import { type Exact, minus, part, type Ratio, ratio, times } from '../../model/credit.ts';
import { civilOf } from '../../model/date.ts';
import type { Credit, Minimum, Reduction, Requirement } from '../../model/plan.ts';
import { type ByReduction, pick } from '../backend.ts';
import { holds, isTotal } from './bind.ts';
import type { RequirementProgram } from './program.ts';
import type { Run } from './run.ts';
import { sameSubject } from './subject.ts';
import { listed } from './words.ts';

export type Unit = Minimum['unit'];

/** How many of an amount make one of its unit. Credits come in hundredths, class hours in millionths. */
export const scales: Readonly<Record<Unit, number>> = { credits: 100, classHours: 1_000_000, times: 1 };

/** What each line asks for, by its key, in the scale of its unit. */
type Asked = Map<string, Exact>;

/** Credits by period. */
export type Totals = Readonly<Record<Minimum['period'], Credit>>;

export interface Demand {
  readonly asked: ReadonlyMap<string, Exact>;
  /** 减免 全部. */
  readonly exempt: boolean;
}

/** `totals`: the credits that the practitioner has in the year and in the cycle, for shares of them. */
export function demand(
  run: Run,
  binding: readonly RequirementProgram[],
  lines: readonly Minimum[],
  totals: Totals,
): Demand {
  const asked: Asked = new Map();
  for (const { key, amount } of lines) if (amount.kind === 'amount') asked.set(key, amount.value);
  const requirements = binding.map(({ requirement }) => requirement);
  for (const requirement of requirements) prorate(run, requirement, lines, asked);
  const exempt = binding.map((program) => reduce(run, program, lines, asked)).includes(true);
  askShares(lines, asked, totals, stepOf(requirements));
  return { asked, exempt };
}

const MONTHS = 12;

/** 折算: by the months from the date to the end of the period, a begun one counted. */
function prorate(
  { person, program, report, year, window }: Run,
  requirement: Requirement,
  lines: readonly Minimum[],
  asked: Asked,
): void {
  const { since, source } = requirement;
  if (since === null) return;
  const place = program.person.place(since.field);
  const from = person[place];
  if (typeof from !== 'number') {
    const fields = listed(report.lang, [program.person.field(place).label]);
    report.notice(null, source.clause, 'sinceUnknown', { fields });
    return;
  }
  const start = civilOf(from);
  const shareOf = (first: number, last: number): Ratio => {
    const whole = (last - first + 1) * MONTHS;
    return { n: Math.min(whole, Math.max(0, (last - start.year) * MONTHS + MONTHS - start.month + 1)), d: whole };
  };
  const shares = { year: shareOf(year, year), cycle: shareOf(window.first, window.last) };
  for (const { key, unit, period } of lines) {
    const amount = asked.get(key);
    const { n, d } = shares[period];
    if (amount !== undefined) asked.set(key, stepped({ n: times(amount, n), d }, since.step, unit));
  }
}

/** Rounded half up to whole steps. A step is in hundredths of the unit; of what is counted there are whole ones only. */
function stepped({ n, d }: Ratio, step: Credit, unit: Unit): Exact {
  const size = unit === 'times' ? 1 : (step * scales[unit]) / 100;
  return times(part(n, ratio(1, times(d, size)), 'half'), size);
}

/** The step of the last proration, else a hundredth. */
const stepOf = (requirements: readonly Requirement[]): Credit =>
  requirements.findLast(({ since }) => since !== null)?.since?.step ?? 1;

/** Lowers the lines that a reduction speaks of, never below 0. Gives whether everything is waived. */
function reduce(
  run: Run,
  { requirement, reductions }: RequirementProgram,
  lines: readonly Minimum[],
  asked: Asked,
): boolean {
  let exempt = false;
  requirement.reductions.forEach((reduction, place) => {
    const { source, by, subject } = reduction;
    if (!holds(run, reductions[place] ?? null, source, 'reductionUnknown', { line: source.words })) return;
    const waived = by.kind === 'all' && subject === null;
    exempt ||= waived;
    run.report.use(source, waived ? 'exempt' : 'counted');
    run.report.read(source.readings);
    // What the requirement would be is shown even where all of it is waived.
    if (waived) return;
    for (const line of lines) {
      const before = asked.get(line.key);
      if (before === undefined || line.unit !== 'credits' || !sameSubject(line.subject, subject)) continue;
      const less = reductionOf(run, reduction, before);
      asked.set(line.key, less >= before ? 0 : minus(before, less));
    }
  });
  return exempt;
}

function reductionOf({ person, program, report }: Run, { by, source }: Reduction, before: Exact): Exact {
  const table: ByReduction<Exact> = {
    credits: ({ value }) => value,
    per: ({ field, per, credits }) => {
      const place = program.person.place(field);
      const quantity = person[place];
      if (typeof quantity === 'number') return part(part(quantity, ratio(per.d, per.n), 'floor'), credits, 'half');
      const fields = listed(report.lang, [program.person.field(place).label]);
      report.notice(null, source.clause, 'reductionUnknown', { line: source.words, fields });
      return 0;
    },
    share: ({ ratio: share }) => part(before, share, 'half'),
    all: () => before,
  };
  return pick(table, by.kind, by);
}

/** Shares: of the period's total as it then stands, or of the credits earned; rounded like what is prorated. */
function askShares(lines: readonly Minimum[], asked: Asked, totals: Totals, step: Credit): void {
  const required = (period: Minimum['period']): Exact =>
    asked.get(lines.find((line) => isTotal(line) && line.period === period)?.key ?? '') ?? 0;
  for (const { key, amount, period } of lines) {
    if (amount.kind !== 'share') continue;
    const whole = amount.of === 'required' ? required(period) : totals[period];
    asked.set(key, stepped({ n: times(whole, amount.ratio.n), d: amount.ratio.d }, step, 'credits'));
  }
}
