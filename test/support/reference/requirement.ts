/** Step 10: what is required, what was reached. */
import type { LineOf, SectionRef, UnitId } from '../../../src/model/ast.ts';
import { monthsTo } from './calendar.ts';
import type { Tally } from './caps.ts';
import { type Asked, decisive, every, opposite, type Truth, truthOf, when } from './condition.ts';
import { inGroup, membersHave, refHas } from './conditions.ts';
import type { Period } from './period.ts';
import {
  cents,
  digits,
  floor,
  hundredth,
  least,
  minus,
  most,
  nearest,
  one,
  order,
  over,
  plus,
  type Rational,
  rational,
  shown,
  sum,
  times,
  zero,
} from './rational.ts';
import {
  carrierOf,
  creditsOf,
  fieldNamed,
  inUnit,
  linesOf,
  placeNamed,
  quantityOf,
  readingsNamed,
  type World,
} from './world.ts';

type Section = World['rules']['requirements'][number];
type Unit = 'credits' | 'classHours' | 'times' | 'share of required' | 'share of earned';

/** What the steps before hand over. */
export interface Reached {
  readonly period: Period;
  readonly tallies: readonly (Tally & { readonly inDeeming: boolean })[];
  readonly carried: Rational;
  /** The year is deemed complete. */
  readonly deemed: boolean;
  readonly classHours: (tallies: Reached['tallies']) => Rational;
}

export interface Row {
  readonly key: string;
  readonly section: string | null;
  readonly period: 'year' | 'cycle';
  readonly subject: string | null;
  readonly unit: Unit;
  readonly required: Rational;
  readonly earned: Rational;
  readonly met: boolean;
  /** A cycle's line before the last year is progress, and no part of the status. */
  readonly judged: boolean;
}

export interface Judged {
  readonly rows: readonly Row[];
  readonly exempt: boolean;
  readonly several: boolean;
  /** Of the sections and lines that bind. */
  readonly readings: ReadonlySet<string>;
}

interface Standing {
  readonly section: Section;
  readonly line: LineOf<'minimum'>;
  readonly subject: string | null;
  readonly unit: Unit;
}

const unitOf = (world: World, line: LineOf<'minimum'>): Unit => {
  if (line.amount.kind === 'share') return `share of ${line.amount.of}`;
  const unit: UnitId | null = quantityOf(world, line.amount.amount).unit;
  return unit === 'classHours' ? 'classHours' : unit === 'times' ? 'times' : 'credits';
};

const subjectOf = (world: World, ref: SectionRef | undefined): string | null => {
  if (!ref) return null;
  const { kind, of } = placeNamed(world, ref);
  return kind === 'item' ? `${kind} ${of.category} ${of.key}` : `${kind} ${of.key}`;
};

const thing = ({ line, subject, unit }: Standing): string => `${line.per} ${subject} ${unit}`;

/** The lines that bind: those of a conditional 要求 replace what speaks of the same thing, and add the rest. */
const standing = (asked: Asked): { lines: readonly Standing[]; sections: readonly Section[]; several: boolean } => {
  const { world } = asked;
  const lines = (section: Section): readonly Standing[] =>
    linesOf(section, 'minimum')
      .filter((line) => when(line.when, asked) === true)
      .map((line) => ({ section, line, subject: subjectOf(world, line.subject), unit: unitOf(world, line) }));
  const conditional = (section: Section): boolean => linesOf(section, 'for').length > 0;
  const general = world.rules.requirements.filter((section) => !conditional(section));
  const special = world.rules.requirements
    .filter(conditional)
    .filter((section) => every(linesOf(section, 'for').map((line): Truth => truthOf(line.when, asked))) === true);
  const own = special.flatMap(lines);
  const things = own.map(thing);
  const stand = general.flatMap(lines);
  // One that replaces another takes its place.
  const all = [
    ...stand.map((line) => own[things.indexOf(thing(line))] ?? line),
    ...own.filter((line) => !stand.some((other) => thing(other) === thing(line))),
  ];
  return {
    lines: all,
    sections: [...general, ...special],
    several: new Set(things).size < things.length || new Set(stand.map(thing)).size < stand.length,
  };
};

export const judged = (asked: Asked, reached: Reached): Judged => {
  const { world } = asked;
  const { period } = reached;
  const { lines, sections, several } = standing(asked);
  const reductions = sections.flatMap((section) =>
    linesOf(section, 'reduce')
      .filter((line) => when(line.when, asked) === true)
      .map((line) => ({ line, section })),
  );
  const exempt = reductions.some(({ line }) => line.by.kind === 'all' && !line.subject);

  const spanOf = (line: Standing): { first: number; last: number } =>
    line.line.per === 'year' ? { first: period.judged, last: period.judged } : period;
  const tallied = (line: Standing) =>
    reached.tallies.filter(({ piece }) => piece.year >= spanOf(line).first && piece.year <= period.judged);
  const credits = (tallies: readonly Tally[]): Rational => sum(tallies.flatMap(({ base, deemed }) => [base, deemed]));
  const ofSubject = (ref: SectionRef | undefined, tallies: Reached['tallies']): Reached['tallies'] =>
    ref ? tallies.filter(({ piece }) => belongs(asked, ref, piece.entry.item, piece.entry.facts)) : tallies;
  const earned = (ref: SectionRef | undefined, unit: Unit, line: Standing): Rational => {
    const tallies = ofSubject(ref, tallied(line));
    if (unit === 'classHours') return reached.classHours(tallies);
    if (unit === 'times')
      return rational(tallies.filter(({ base, deemed }) => order(plus(base, deemed), zero) > 0).length);
    // Added to the total, and to no subject.
    const carried = ref ? zero : reached.carried;
    return plus(credits(tallies), carried);
  };

  // Every amount: of all that bind, whichever section says so.
  const sinces = sections.flatMap((section) => linesOf(section, 'since'));
  const sinceOf = (section: Section) => linesOf(section, 'since')[0] ?? sinces[0];
  const stepOf = (section: Section): Rational => {
    const step = sinceOf(section)?.step;
    return step ? creditsOf(world, step) : hundredth;
  };
  /** 折算: months from the date to the end of the period over the months of the period. */
  const prorated = (line: Standing, amount: Rational): Rational => {
    const since = sinceOf(line.section);
    const field = since && fieldNamed(world, since.field.text, 'person');
    const day = field && asked.person.get(field.key);
    if (!since || day === undefined) return amount;
    const { first, last } = spanOf(line);
    const months = (last - first + 1) * 12;
    const left = Math.min(months, monthsTo(shown(day as Rational), last));
    // Records are whole, whatever the step of credits.
    return nearest(times(amount, rational(left, months)), line.unit === 'times' ? one : stepOf(line.section));
  };
  const reduced = (line: Standing, amount: Rational): Rational => {
    let left = amount;
    for (const { line: reduction } of reductions) {
      if (subjectOf(world, reduction.subject) !== line.subject) continue;
      const { by } = reduction;
      if (by.kind === 'all') {
        if (reduction.subject) left = zero;
      } else if (line.unit !== 'credits') continue;
      else if (by.kind === 'share') {
        const share = over(digits(by.ratio.numerator), digits(by.ratio.denominator));
        left = minus(left, cents(times(left, share)));
      } else if (by.kind === 'amount') left = minus(left, creditsOf(world, by.amount));
      else {
        const unit = by.unit?.id ?? null;
        const field = by.field
          ? fieldNamed(world, by.field.text, 'person')
          : unit
            ? carrierOf(world, unit, 'person')
            : undefined;
        const value = field && asked.person.get(field.key);
        if (!field || value === undefined) continue;
        const units = over(inUnit(world, value as Rational, field.unit, unit), digits(by.every?.digits ?? '1'));
        left = minus(left, times(floor(units), creditsOf(world, by.credits)));
      }
    }
    return most(zero, left);
  };

  const amounts = new Map<Standing, Rational>();
  for (const line of lines)
    if (line.line.amount.kind === 'amount')
      amounts.set(line, reduced(line, prorated(line, quantityOf(world, line.line.amount.amount).value)));
  const totalOf = (line: Standing): Standing | undefined =>
    lines.find(
      (other) =>
        other.subject === null && other.unit === 'credits' && other.line.per === line.line.per && amounts.has(other),
    );
  const requiredOf = (line: Standing): Rational => {
    const { amount } = line.line;
    if (amount.kind === 'amount') return amounts.get(line) as Rational;
    const total = totalOf(line);
    const whole =
      amount.of === 'earned' ? earned(undefined, 'credits', line) : total ? (amounts.get(total) as Rational) : zero;
    const share = over(digits(amount.ratio.numerator), digits(amount.ratio.denominator));
    return nearest(times(whole, share), stepOf(line.section));
  };

  const filled = (line: Standing, required: Rational, own: Rational): Rational => {
    const { fillable } = line.line;
    if (!fillable) return zero;
    const limit = fillable.limit
      ? cents(times(required, over(digits(fillable.limit.numerator), digits(fillable.limit.denominator))))
      : required;
    const spare = fillable.from.map((ref) => {
      const subject = subjectOf(world, ref);
      const its = lines.find(
        (other) =>
          other.subject === subject &&
          measureOf(other) === measureOf(line) &&
          other.line.per === line.line.per &&
          !upper(other),
      );
      return most(zero, minus(earned(ref, line.unit, line), its ? requiredOf(its) : zero));
    });
    return least(most(zero, minus(required, own)), limit, sum(spare));
  };

  const rows = lines.map((line): Row => {
    const required = requiredOf(line);
    const own = earned(line.line.subject, line.unit, line);
    const all = upper(line) ? own : plus(own, filled(line, required, own));
    const difference = order(all, required);
    const { bound } = line.line;
    const reachedIt =
      bound === 'moreThan'
        ? difference > 0
        : bound === 'atMost' || bound === 'upTo'
          ? difference <= 0
          : bound === 'lessThan' || bound === 'shortOf'
            ? difference < 0
            : difference >= 0;
    return {
      key: thing(line),
      section: line.section.node.label?.text ?? null,
      period: line.line.per,
      subject: line.subject,
      unit: line.unit,
      required,
      earned: all,
      met: reachedIt || (reached.deemed && line.line.per === 'year'),
      judged: line.line.per === 'year' || period.last === period.judged,
    };
  });
  const readings = new Set([
    ...lines.flatMap(({ line }) => [...readingsNamed(world, line)]),
    // Whom it binds hangs on it.
    ...world.rules.requirements.flatMap((section) =>
      linesOf(section, 'for').flatMap((line) => [...decisive(line.when, asked)]),
    ),
    ...reductions.flatMap(({ line }) => [...readingsNamed(world, line)]),
  ]);
  return { rows, exempt, several, readings };
};

/** A share is in credits. */
const measureOf = ({ unit }: Standing): Unit => (unit.startsWith('share') ? 'credits' : unit);

const upper = ({ line: { bound } }: Standing): boolean =>
  bound === 'atMost' || bound === 'upTo' || bound === 'lessThan' || bound === 'shortOf';

const belongs = (
  asked: Asked,
  ref: SectionRef,
  item: Tally['piece']['entry']['item'],
  record: Asked['record'],
): boolean => {
  if (!item) return false;
  const place = placeNamed(asked.world, ref);
  if (place.kind !== 'group') return refHas(asked.world, ref, item);
  const alone: Asked = record ? { ...asked, record } : asked;
  return membersHave(asked.world, place.of, item) && opposite(opposite(inGroup(place.of, alone, item))) === true;
};
