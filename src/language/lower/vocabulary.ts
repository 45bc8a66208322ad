/** Fields of the plan, with their defaults in the plan's own scale. */

import type { FactValue } from '../../model/ast.ts';
import { decimal, isWhole, rational, times } from '../../model/fraction.ts';
import type { Field, FieldType, Value } from '../../model/plan.ts';
import type { FieldEntry } from '../../model/ruleset.ts';
import { dayNumber } from '../declare/date.ts';
import { APPROVED, REVIEW } from '../declare/known.ts';
import { phrases, valueOfType } from '../phrase.ts';
import { type Lowering, optionKey, scopeOf } from './scope.ts';
import { unknownValue } from './unknown.ts';

const typeOf = (entry: FieldEntry): FieldType => (entry.type === 'yearType' ? 'year' : entry.type);

/** An absent yes/no means no, and an absent review approved, unless the file says otherwise. */
const implied = (entry: FieldEntry): Value | null => {
  if (entry.type === 'yesno') return false;
  return entry.on === 'record' && entry.key === REVIEW ? APPROVED : null;
};

const written = (low: Lowering, entry: FieldEntry, file: string, fact: FactValue): Value | null => {
  const scope = scopeOf(low, file, { records: true });
  const wrong = (): null => {
    scope.report('CME412', fact.span, { expected: valueOfType(entry.type), found: phrases.otherValue });
    return null;
  };
  switch (entry.type) {
    case 'choice': {
      if (fact.kind !== 'name') return wrong();
      const key = optionKey(entry, fact.name);
      if (key === undefined) unknownValue(scope, entry, fact.name);
      return key ?? null;
    }
    case 'yesno':
      return fact.kind === 'yesno' ? fact.value : wrong();
    case 'date':
      return fact.kind === 'date' ? (dayNumber(fact.date.text) ?? wrong()) : wrong();
    case 'text':
      return fact.kind === 'name' ? fact.name.text : wrong();
    case 'yearType':
      return fact.kind === 'quantity' && /^\d{4}$/.test(fact.number.digits) ? Number(fact.number.digits) : wrong();
    default: {
      if (fact.kind !== 'quantity') return wrong();
      const value = times(decimal(fact.number.digits), rational(1_000_000n));
      return isWhole(value) && value.n <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value.n) : wrong();
    }
  }
};

export const field = (low: Lowering, entry: FieldEntry): Field => {
  const own = entry.section?.node.default;
  return {
    key: entry.key,
    label: entry.label,
    type: typeOf(entry),
    unit: entry.unit,
    options: entry.options,
    default: own && entry.section ? written(low, entry, entry.section.file, own) : implied(entry),
  };
};
