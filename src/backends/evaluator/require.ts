/** The requirement: which of its lines bind, how much each asks for, and whether it is met. */
import {
  compareRatios,
  creditNumber,
  type Exact,
  part,
  plus,
  type Ratio,
  ratio,
  toCredit,
} from '../../model/credit.ts';
import { civilOf } from '../../model/date.ts';
import type { Credit, Minimum, Reduction, Source } from '../../model/plan.ts';
import { type ByReduction, pick } from '../backend.ts';
import { classHours } from './classHours.ts';
import type { Condition } from './condition.ts';
import type { Entry } from './entry.ts';
import type { RequirementProgram } from './program.ts';
import type { Run } from './run.ts';
import { TRUE, UNKNOWN } from './truth.ts';
import { listed, type Saying } from './words.ts';

type Unit = Minimum['unit'];

/** How many of an amount make one of its unit. Credits come in hundredths, class hours in millionths. */
const scales: Readonly<Record<Unit, number>> = { credits: 100, classHours: 1_000_000, times: 1 };

/** A line of the requirement as it binds this practitioner. */
export interface Binding {
  readonly line: Minimum;
  /** In the scale of its unit. */
  readonly required: Exact;
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

/** As shown: rounded half up to two decimals. */
export const shown = (amount: Ratio, unit: Unit): number =>
  unit === 'times'
    ? Number(part(amount.n, { n: 1, d: amount.d }, 'half'))
    : creditNumber(toCredit(part(amount.n, ratio(100, BigInt(amount.d) * BigInt(scales[unit])), 'half')));

export function judge(run: Run, achievement: Achievement): Requirements {
  const binding = run.program.requirements.filter((program) => binds(run, program));
  const lines = chosen(run, binding);
  const asked = new Map<string, Exact>();
  const exempt = askAmounts(run, binding, lines, asked);
  askShares(lines, asked, achievement.total, stepOf(binding));
  return {
    exempt,
    lines: lines.map((line) => {
      const required = asked.get(line.key) ?? 0;
      const earned = earnedOf(run, line, achievement);
      const order = compareRatios(earned, { n: required, d: 1 });
      run.report.use(line.source, 'bound');
      run.report.read(line.source.readings);
      return { line, required, earned, met: achievement.deemed || (line.bound === 'least' ? order >= 0 : order <= 0) };
    }),
  };
}

/** A condition on the person; where it is unknown it does not hold, and that is said. */
function holds(
  run: Run,
  when: Condition | null,
  source: Source,
  what: Saying,
  args: Readonly<Record<string, string>>,
): boolean {
  if (when === null) return true;
  const at = run.at([]);
  const held = when.test(at);
  if (held === UNKNOWN) {
    const fields = listed(run.report.lang, when.missing(at));
    run.report.notice(null, source.clause, what, { ...args, fields });
  }
  return held === TRUE;
}

const binds = (run: Run, { requirement: { name, source }, binds: when }: RequirementProgram): boolean =>
  holds(run, when, source, 'requirementUnknown', { name: name ?? source.words });

/** The lines that bind, by what they speak of: those of a requirement with a condition replace those of one without. */
function chosen(run: Run, binding: readonly RequirementProgram[]): readonly Minimum[] {
  const lines = new Map<string, Minimum>();
  const conditional = new Map<string, Minimum>();
  for (const { requirement, lines: conditions } of binding) {
    requirement.lines.forEach((line, place) => {
      if (!holds(run, conditions[place] ?? null, line.source, 'requirementUnknown', { name: line.name })) return;
      const other = requirement.binds === null ? undefined : conditional.get(line.key);
      if (other !== undefined) run.report.find('CME920', null, null, { first: other.name, second: line.name });
      else if (requirement.binds !== null) conditional.set(line.key, line);
      else lines.set(line.key, line);
    });
  }
  for (const [key, line] of conditional) lines.set(key, line);
  return [...lines.values()];
}

/** Amounts, prorated and reduced. Gives whether the practitioner is exempt. */
function askAmounts(
  run: Run,
  binding: readonly RequirementProgram[],
  lines: readonly Minimum[],
  asked: Map<string, Exact>,
): boolean {
  for (const { key, unit, amount } of lines) {
    if (amount.kind === 'amount')
      asked.set(
        key,
        binding.reduce((left, each) => prorated(run, each, left, unit), amount.value as Exact),
      );
  }
  let exempt = false;
  for (const { requirement, reductions } of binding) {
    requirement.reductions.forEach((reduction, place) => {
      const { source } = reduction;
      if (!holds(run, reductions[place] ?? null, source, 'reductionUnknown', { line: source.words })) return;
      run.report.read(source.readings);
      if (reduction.by.kind === 'all' && reduction.subject === null) {
        exempt = true;
        run.report.use(source, 'exempt');
        return;
      }
      for (const { key, unit, subject } of lines) {
        const before = asked.get(key);
        if (before === undefined || unit !== 'credits' || !sameSubject(subject, reduction.subject)) continue;
        asked.set(key, reduced(run, reduction, before));
        run.report.use(source, 'counted');
      }
    });
  }
  return exempt;
}

const sameSubject = (a: Minimum['subject'], b: Minimum['subject']): boolean =>
  a === null || b === null ? a === b : a.length === b.length && a.every((key) => b.includes(key));

const MONTHS = 12;

/** 折算: by the months from the date to the end of the year, a begun one counted. */
function prorated(run: Run, { requirement: { since, source } }: RequirementProgram, amount: Exact, unit: Unit): Exact {
  if (since === null) return amount;
  const { person, report, year } = run;
  const place = run.program.person.place(since.field);
  const from = person[place];
  if (typeof from !== 'number') {
    const fields = listed(report.lang, [run.program.person.field(place).label]);
    report.notice(null, source.clause, 'sinceUnknown', { fields });
    return amount;
  }
  const start = civilOf(from);
  const months = Math.min(MONTHS, Math.max(0, (year - start.year) * MONTHS + MONTHS - start.month + 1));
  return stepped({ n: BigInt(amount) * BigInt(months), d: MONTHS }, since.step, unit);
}

/** Rounded half up to whole steps; a step is in hundredths of the unit, and of what is counted there are whole ones. */
function stepped({ n, d }: Ratio, step: Credit, unit: Unit): Exact {
  const size = unit === 'times' ? 1 : (step * scales[unit]) / 100;
  return BigInt(part(n, ratio(1, BigInt(d) * BigInt(size)), 'half')) * BigInt(size);
}

/** The step of the requirement's own proration, else a hundredth. */
const stepOf = (binding: readonly RequirementProgram[]): Credit =>
  binding.findLast(({ requirement }) => requirement.since !== null)?.requirement.since?.step ?? 1;

function reduced(run: Run, { by }: Reduction, before: Exact): Exact {
  const table: ByReduction<Exact> = {
    credits: ({ value }) => value,
    per: ({ field, per, credits }) => {
      const quantity = run.person[run.program.person.place(field)];
      return typeof quantity === 'number' ? part(part(quantity, ratio(per.d, per.n), 'floor'), credits, 'half') : 0;
    },
    share: ({ ratio: share }) => part(before, share, 'half'),
    all: () => before,
  };
  const by_: Exact = pick(table, by.kind, by);
  return by_ >= before ? 0 : BigInt(before) - BigInt(by_);
}

/** Shares: of the year's total as it then stands, or of the credits earned; rounded like what is prorated. */
function askShares(lines: readonly Minimum[], asked: Map<string, Exact>, total: Credit, step: Credit): void {
  const required = asked.get(lines.find(isTotal)?.key ?? '') ?? 0;
  for (const { key, amount } of lines) {
    if (amount.kind !== 'share') continue;
    const whole = amount.of === 'required' ? required : total;
    asked.set(key, stepped({ n: BigInt(whole) * BigInt(amount.ratio.n), d: amount.ratio.d }, step, 'credits'));
  }
}

/** The line that asks for credits of the whole year. */
export const isTotal = ({ subject, unit, bound, period }: Minimum): boolean =>
  subject === null && unit === 'credits' && bound === 'least' && period === 'year';

function earnedOf(run: Run, { subject, unit }: Minimum, { entries, total }: Achievement): Ratio {
  const { items } = run.program;
  if (unit === 'credits' && subject === null) return { n: total, d: 1 };
  const counted =
    subject === null ? entries : entries.filter(({ item }) => subject.includes(items[item]?.item.key ?? ''));
  if (unit === 'classHours') return classHours(items, counted);
  if (unit === 'times') return { n: counted.filter(({ credits }) => credits > 0).length, d: 1 };
  return { n: counted.reduce<Exact>((sum, { credits }) => plus(sum, credits), 0), d: 1 };
}
