/** What the lines of a requirement ask for: amounts, 折算, 减免, then shares. */
import type { Expr, Minimum, Reduction, Requirement, Subject } from '../../model/plan.ts';
import { type ByReduction, pick } from '../backend.ts';
import { isTotal } from '../evaluator/bind.ts';
import type { Build } from './build.ts';
import { simple, textOf } from './expr.ts';
import { and, floored, halved, kept, type Logic, least, minus, named, or, times, variable, when } from './logic.ts';
import { ABSENT, AT_ROOT, BESIDE, type Place } from './truth.ts';

/** Lines of one key: which of them binds, where any does. */
export interface Asked {
  readonly key: string;
  /** Of all of them: they speak of one subject, one unit and one bound. */
  readonly line: Minimum;
  readonly binds: Logic;
  readonly required: Logic;
}

const PERSON = variable('person');
const MONTHS = 12;

const keyOf = ({ items, when: held }: Subject): string => `${items.toSorted().join('\n')}\n${textOf(simple(held))}`;
const same = (a: Subject | null, b: Subject | null): boolean =>
  a === null || b === null ? a === b : keyOf(a) === keyOf(b);

/** Names a value where the person's facts are still to be seen. */
const withPerson = (value: Logic, body: (value: Logic, at: Place) => Logic): Logic =>
  typeof value === 'number' ? body(value, AT_ROOT) : named(value, (known) => body(known, BESIDE), PERSON);

export class Asking {
  readonly #build: Build;

  constructor(build: Build) {
    this.#build = build;
  }

  holds(expr: Expr | null, at: Place = AT_ROOT): Logic {
    return this.#build.truths.isTrue(simple(expr), at);
  }

  binds = ({ binds }: Requirement): Logic => this.holds(binds);

  /** 减免 全部 and 除外. */
  exempt(): Logic {
    const { exceptions, requirements } = this.#build.plan;
    const waived = requirements.flatMap((one) =>
      one.reductions
        .filter(({ by, subject }) => by.kind === 'all' && subject === null)
        .map((reduction) => and(this.binds(one), this.holds(reduction.when))),
    );
    return or(...exceptions.map((one) => this.holds(one.when)), ...waived);
  }

  all(earned: Logic): readonly Asked[] {
    const { requirements } = this.#build.plan;
    const lines = Map.groupBy(
      requirements.flatMap((requirement) => requirement.lines.map((line) => ({ requirement, line }))),
      ({ line }) => line.key,
    );
    const asked = [...lines].map(([key, own]) => {
      // The first of those of a requirement with a condition, else the last of the others.
      const conditional = own.filter(({ requirement }) => requirement.binds !== null);
      const general = own.filter(({ requirement }) => requirement.binds === null).toReversed();
      const bound = [...conditional, ...general].map(({ requirement, line }) => ({
        line,
        binds: and(this.binds(requirement), this.holds(line.when)),
      }));
      for (const { line } of bound) this.#check(line);
      const [first] = bound as [(typeof bound)[number]];
      const plain = bound.reduceRight<Logic>(
        (otherwise, { line, binds }) => when(binds, line.amount.kind === 'amount' ? line.amount.value : 0, otherwise),
        0,
      );
      const required = first.line.amount.kind === 'amount' ? this.#lowered(plain, first.line) : 0;
      return { key, line: first.line, binds: or(...bound.map(({ binds }) => binds)), required, bound };
    });
    const whole = asked.find(({ line }) => isTotal(line) && line.period === 'year');
    const total = whole === undefined ? 0 : when(whole.binds, whole.required, 0);
    return asked.map(({ bound, ...one }) => {
      if (one.line.amount.kind === 'amount') return one;
      const share = bound.reduceRight<Logic>((otherwise, { line, binds }) => {
        if (line.amount.kind !== 'share') return otherwise;
        const { of, ratio } = line.amount;
        this.#build.multiplies(2 * ratio.n, line.source);
        return when(
          binds,
          named(of === 'required' ? total : earned, (all) => halved(all, ratio.n, ratio.d)),
          otherwise,
        );
      }, 0);
      return { ...one, required: share };
    });
  }

  #check(line: Minimum): void {
    const { requirements } = this.#build.plan;
    if (line.fillable !== null) this.#build.refuse(line.source, 'fill');
    if (line.unit === 'times') this.#build.refuse(line.source, 'times');
    if (line.period === 'cycle') this.#build.refuse(line.source, 'cycle');
    const mixed = requirements
      .flatMap(({ lines }) => lines)
      .some((other) => other.key === line.key && other.amount.kind !== line.amount.kind);
    const shared =
      line.amount.kind === 'share' && (line.subject === null || requirements.some(({ since }) => since !== null));
    if (mixed || shared) this.#build.refuse(line.source, 'shareOfShare');
  }

  /** Prorated, then reduced, by every requirement that binds. */
  #lowered(amount: Logic, line: Minimum): Logic {
    const { requirements } = this.#build.plan;
    const prorated = requirements.reduce((asked, one) => this.#prorated(asked, one, line), amount);
    return requirements.reduce((asked, one) => {
      const reductions = one.reductions.filter(
        ({ by, subject }) =>
          line.unit === 'credits' && same(subject, line.subject) && !(by.kind === 'all' && subject === null),
      );
      return reductions.reduce((left, reduction) => this.#reduced(left, one, reduction), asked);
    }, prorated);
  }

  #prorated(asked: Logic, { binds, since, source }: Requirement, line: Minimum): Logic {
    if (since === null) return asked;
    const size = line.unit === 'credits' ? since.step : since.step * 10_000;
    this.#build.multiplies(2 * MONTHS, source);
    const months = (at: Place): Logic => variable(`${at.person}${this.months(since.field)}`, ABSENT);
    const share = (value: Logic, at: Place): Logic => {
      const part: Logic = { '*': [value, months(at)] };
      const half = floored({ '+': [{ '*': [part, 2] }, MONTHS * size] }, 1, 2 * MONTHS * size);
      return when(and(this.holds(binds, at), { '>': [months(at), ABSENT] }), times(half, size), value);
    };
    return withPerson(asked, share);
  }

  /** Months from the date to the end of the year, a begun one counted; the preparing step counts them. */
  months = (field: string): string => `months_${this.#build.names.of({ on: 'person', key: field })}`;

  #reduced(asked: Logic, { binds }: Requirement, { by, when: held, source }: Reduction): Logic {
    const table: ByReduction<(before: Logic, at: Place) => Logic> = {
      credits:
        ({ value }) =>
        () =>
          value,
      per:
        ({ field, per, credits }) =>
        (_, at) => {
          this.#build.multiplies(Math.max(per.d, 2 * credits.n), source);
          this.#build.reads([{ on: 'person', key: field }]);
          const stated = variable(this.#build.truths.path({ on: 'person', key: field }, at), 0);
          return halved(floored(stated, per.d, per.n), credits.n, credits.d);
        },
      share:
        ({ ratio }) =>
        (before) =>
          halved(before, ratio.n, ratio.d),
      all: () => (before) => before,
    };
    const less = pick<Reduction['by'], (before: Logic, at: Place) => Logic>(table, by.kind, by);
    return withPerson(asked, (before, at) =>
      when(and(this.holds(binds, at), this.holds(held, at)), kept(minus(before, less(before, at))), before),
    );
  }

  /** What is brought over from an earlier period. */
  carried(): Logic {
    const { carry } = this.#build.plan;
    if (carry === null) return 0;
    this.#build.reads([{ on: 'person', key: carry.field }]);
    const whole = floored(variable(this.#build.truths.path({ on: 'person', key: carry.field }, AT_ROOT), 0), 1, 10_000);
    return carry.limit === null ? whole : least(whole, carry.limit);
  }
}
