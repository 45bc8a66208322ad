/** 周期: blocks of years that begin with a date, or the last years. */
import { decimal, isWhole } from '../../model/fraction.ts';
import type { Cycle } from '../../model/plan.ts';
import { dayNumber } from '../declare/date.ts';
import { fieldOfType, phrases } from '../phrase.ts';
import { findField, type Lowering, scopeOf } from './scope.ts';
import { unknownName } from './unknown.ts';

/** The most years that one cycle may have: a working life. */
const LONGEST = 50;

export const cycle = (low: Lowering): Cycle | null => {
  if (!low.rules.cycle) return null;
  const { node, file } = low.rules.cycle;
  const scope = scopeOf(low, file, { records: false });
  const years = decimal(node.years.digits);
  if (!isWhole(years) || years.n < 1n || years.n > BigInt(LONGEST)) {
    scope.report('CME508', node.years.span, { most: String(LONGEST) });
    return null;
  }
  const count = Number(years.n);
  if (node.rolling) return { kind: 'rolling', years: count };
  const { from } = node;
  if (from && 'quoted' in from) {
    const field = findField(scope, from.text);
    if (field?.type === 'date') return { kind: 'anchored', years: count, from: { field: field.key } };
    const dates = low.rules.fields.filter((f) => f.on === 'person' && f.type === 'date').map((f) => f.label);
    if (!field) unknownName(scope, from, phrases.personDate, dates);
    else
      scope.report('CME414', from.span, {
        name: field.label,
        type: fieldOfType(field.type),
        expected: phrases.personDate,
      });
    return null;
  }
  const day = dayNumber(from?.text ?? low.rules.effective ?? '');
  if (day === null && from) scope.report('CME409', from.span, { date: from.text });
  return day === null ? null : { kind: 'anchored', years: count, from: { day } };
};
