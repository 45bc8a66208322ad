/** Amounts, spans and roundings, written out or standing behind a reading. */

import type { Amount, Basis as BasisNode, OptionValue, Ratio, Remainder, UnitId } from '../../model/ast.ts';
import type { Phrase } from '../../model/codes.ts';
import { LARGEST } from '../../model/credit.ts';
import { decimal, over, type Rational, rational, times, toFraction } from '../../model/fraction.ts';
import type { Basis, Credit, Fraction, Rounding } from '../../model/plan.ts';
import type { ReadingEntry } from '../../model/ruleset.ts';
import type { Span } from '../../model/span.ts';
import { phrases } from '../phrase.ts';
import { unitWord } from '../unit.ts';
import { findReading, optionInForce, type Scope } from './scope.ts';
import { unknownName } from './unknown.ts';

/** A number and the unit written with it, if any. */
export interface Measured {
  readonly value: Rational;
  readonly unit: UnitId | null;
  readonly span: Span;
}

const HUNDRED = rational(100n);

/** The value that the option in force gives the reading; a value of another kind is reported. */
const standsFor = <K extends OptionValue['kind']>(
  scope: Scope,
  name: { text: string; span: Span; quoted: boolean },
  kinds: readonly K[],
  what: Phrase,
): { value: Extract<OptionValue, { kind: K }>; reading: ReadingEntry } | null => {
  const reading = findReading(scope, name.text);
  if (!reading) {
    unknownName(
      scope,
      name,
      phrases.reading,
      scope.low.rules.readings.map((r) => r.label),
    );
    return null;
  }
  const option = optionInForce(scope, reading);
  const value = option.value;
  if (value && (kinds as readonly string[]).includes(value.kind)) {
    return { value: value as Extract<OptionValue, { kind: K }>, reading };
  }
  const found = value ? phrases.otherKind : phrases.noValue;
  scope.report('CME410', name.span, { name: name.text, what, option: option.label, found });
  return null;
};

export const measured = (scope: Scope, amount: Amount): Measured | null => {
  if (amount.kind === 'number') {
    return { value: decimal(amount.number.digits), unit: amount.unit?.id ?? null, span: amount.span };
  }
  const found = standsFor(scope, amount.name, ['amount'], phrases.aNumber);
  if (!found) return null;
  const unit = amount.unit?.id ?? found.value.unit?.id ?? null;
  return { value: decimal(found.value.number.digits), unit, span: amount.span };
};

/** An amount of credits in hundredths, perhaps with a fraction of one. The unit may be left out. */
export const credits = (scope: Scope, amount: Amount): Fraction | null => {
  const found = measured(scope, amount);
  if (!found) return null;
  if (found.unit !== null && found.unit !== 'credits') {
    scope.report('CME404', amount.span, { expected: unitWord('credits'), found: unitWord(found.unit) });
    return null;
  }
  return fits(scope, times(found.value, HUNDRED), amount.span);
};

/** A whole number of hundredths: what a cap, a deeming or a requirement says. */
export const wholeCredits = (scope: Scope, amount: Amount): Credit | null => {
  const found = credits(scope, amount);
  if (!found) return null;
  if (found.d !== 1) {
    const value = amount.kind === 'number' ? amount.number.digits : amount.name.text;
    scope.report('CME408', amount.span, { value });
    return null;
  }
  return shownWhole(scope, found.n, amount.span) ? found.n : null;
};

/** Whether so many hundredths can be shown exactly; else a report. */
export const shownWhole = (scope: Scope, hundredths: number, span: Span): boolean => {
  if (hundredths <= LARGEST) return true;
  scope.report('CME418', span, { value: textAt(scope, span) });
  return false;
};

const textAt = (scope: Scope, span: Span): string =>
  scope.low.maps.get(scope.file)?.text.slice(span.start, span.end) ?? '';

/** Safe integers, or a report. */
export const fits = (scope: Scope, value: Rational, span: Span): Fraction | null => {
  const found = toFraction(value);
  if (!found) scope.report('CME418', span, { value: textAt(scope, span) });
  return found;
};

export const positive = (scope: Scope, value: Rational, span: Span): boolean => {
  if (value.n > 0n) return true;
  scope.report('CME407', span);
  return false;
};

/** Share as a fraction; a zero denominator is reported. */
export const share = (scope: Scope, ratio: Ratio): Fraction | null => {
  const denominator = decimal(ratio.denominator);
  if (denominator.n === 0n) {
    scope.report('CME417', ratio.span, { ratio: ratio.text });
    return null;
  }
  return fits(scope, over(decimal(ratio.numerator), denominator), ratio.span);
};

export const basis = (scope: Scope, node: BasisNode | undefined): Basis | null => {
  if (!node) return 'record';
  const id = node.kind === 'span' ? node.id : standsFor(scope, node.name, ['basis'], phrases.spanBehindBy)?.value.id;
  if (id === 'cycle' && !scope.low.rules.cycle) scope.report('CME507', node.span);
  return id ?? null;
};

const steps = (scope: Scope, node: Extract<Remainder, { kind: 'prorate' }>): Rounding | null => {
  if (!node.step) return { to: 'nearest', step: 1 };
  const step = wholeCredits(scope, node.step);
  if (step === null) return null;
  if (step <= 0) {
    scope.report('CME407', node.step.span);
    return null;
  }
  return { to: 'nearest', step };
};

export const rounding = (scope: Scope, node: Remainder): Rounding | null => {
  switch (node.kind) {
    case 'floor':
    case 'ceil':
      return { to: node.kind };
    case 'prorate':
      return steps(scope, node);
    case 'reading': {
      const found = standsFor(scope, node.name, ['remainder'], phrases.rounding);
      return found && rounding(scope, found.value.of);
    }
  }
};

/** A range that a reading stands for. */
export const rangeOf = (scope: Scope, name: { text: string; span: Span; quoted: boolean }) =>
  standsFor(scope, name, ['range', 'amount'], phrases.numberOrRange);
