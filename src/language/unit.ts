/** Units and what joins them: an hour is sixty minutes; everything else only by a line 换算. */

import { keywords } from '../../grammar/keywords.ts';
import type { Amount, SectionOf, UnitId } from '../model/ast.ts';
import type { Bilingual } from '../model/codes.ts';
import { decimal, fromFraction, over, type Rational, rational, times, toFraction } from '../model/fraction.ts';
import type { Conversion } from '../model/ruleset.ts';
import { phrases } from './phrase.ts';
import type { Report } from './report.ts';

export const unitWord = (unit: UnitId): Bilingual => ({ zh: keywords[unit].zh, en: keywords[unit].en });

const builtIn: readonly Conversion[] = [{ from: 'hours', to: 'minutes', factor: { n: 60, d: 1 } }];

/** How many `to` one `from` is, over any chain of conversions; null where nothing joins the two. */
export const factorBetween = (from: UnitId, to: UnitId, conversions: readonly Conversion[]): Rational | null => {
  const known = new Map<UnitId, Rational>([[from, rational(1n)]]);
  const queue: UnitId[] = [from];
  for (let unit = queue.shift(); unit !== undefined; unit = queue.shift()) {
    const soFar = known.get(unit);
    if (!soFar) continue;
    if (unit === to) return soFar;
    for (const step of [...builtIn, ...conversions]) {
      const next = step.from === unit ? step.to : step.to === unit ? step.from : null;
      if (next === null || known.has(next)) continue;
      const factor = fromFraction(step.factor);
      known.set(next, step.from === unit ? times(soFar, factor) : over(soFar, factor));
      queue.push(next);
    }
  }
  return null;
};

const side = (amount: Amount, report: Report): { value: Rational; unit: UnitId } | null => {
  if (amount.kind !== 'number') {
    report('CME412', amount.span, { expected: phrases.numberAndUnit, found: `「${amount.name.text}」` });
    return null;
  }
  if (!amount.unit) {
    report('CME412', amount.span, { expected: phrases.numberAndUnit, found: `「${amount.number.digits}」` });
    return null;
  }
  const value = decimal(amount.number.digits);
  if (value.n <= 0n) {
    report('CME407', amount.number.span);
    return null;
  }
  return { value, unit: amount.unit.id };
};

/** `换算 1 学时 = 45 分钟` */
export const conversionOf = (section: SectionOf<'convert'>, report: Report): Conversion | null => {
  const left = side(section.left, report);
  const right = side(section.right, report);
  if (!left || !right) return null;
  const factor = toFraction(over(right.value, left.value));
  if (!factor) {
    report('CME418', section.span, { value: section.right.kind === 'number' ? section.right.number.digits : '' });
    return null;
  }
  return { from: left.unit, to: right.unit, factor };
};
