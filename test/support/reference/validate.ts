/** Step 1: facts as the vocabulary reads them. An invalid record earns nothing and is never dropped. */
import type { FactValue } from '../../../src/model/ast.ts';
import type { RawFacts, RawValue } from '../../../src/model/roster.ts';
import type { FieldEntry } from '../../../src/model/ruleset.ts';
import { dayNamed, yearOf } from './calendar.ts';
import { digits, order, type Rational, rational } from './rational.ts';
import type { World } from './world.ts';

/** A choice is the code of its option, a date its day number, a number or a year itself. */
export type Value = boolean | string | Rational;
export type Facts = ReadonlyMap<string, Value>;

const wrong = Symbol('wrong');

/** Absent is undefined. */
const read = (field: FieldEntry, raw: RawValue): Value | undefined | typeof wrong => {
  if (raw === null || raw === undefined) return undefined;
  if (typeof raw === 'object') return wrong;
  const text = String(raw).trim();
  if (text === '') return undefined;
  switch (field.type) {
    case 'text':
      return typeof raw === 'boolean' ? wrong : text;
    case 'yesno':
      if (['true', 'yes', '是'].includes(text)) return true;
      return ['false', 'no', '否'].includes(text) ? false : wrong;
    case 'choice':
      return field.options.find((option) => option.key === text || option.label === text)?.key ?? wrong;
    case 'date': {
      const day = dayNamed(text);
      return day === null || yearOf(day) < 1900 || yearOf(day) > 2199 ? wrong : rational(day);
    }
    case 'yearType':
      return /^\d{4}$/.test(text) ? digits(text) : wrong;
    case 'whole':
    case 'decimal': {
      if (!/^\d+(?:\.\d{1,6})?$/.test(text)) return wrong;
      const number = digits(text);
      if (order(number, rational(1_000_000_000)) >= 0) return wrong;
      return field.type === 'whole' && number.d !== 1n ? wrong : number;
    }
    default:
      return field.type satisfies never;
  }
};

const standing = (field: FieldEntry, value: FactValue): Value | undefined => {
  if (value.kind === 'yesno') return value.value;
  const text =
    value.kind === 'quantity' ? value.number.digits : value.kind === 'date' ? value.date.text : value.name.text;
  const found = read(field, text);
  return found === wrong ? undefined : found;
};

/** What an absent fact stands for: its 缺省; a yes/no field is no, and a review is approved. */
const absent = (field: FieldEntry): Value | undefined => {
  const said = field.section?.node.default;
  if (said) return standing(field, said);
  if (field.type === 'yesno') return false;
  return field.on === 'record' && field.key === 'review' ? 'approved' : undefined;
};

export interface Validated {
  readonly facts: Facts;
  readonly valid: boolean;
}

/** Under its code and its label a field may be given twice, if the two agree. */
export const validated = (world: World, on: FieldEntry['on'], raw: RawFacts): Validated => {
  const facts = new Map<string, Value>();
  let valid = true;
  for (const field of world.rules.fields) {
    if (field.on !== on) continue;
    const given = [...new Set([field.key, field.label])].map((key) => read(field, raw.get(key)));
    const found = given.filter((value) => value !== undefined);
    const same = new Set(found.map((value) => (typeof value === 'object' ? `${value.n}/${value.d}` : value)));
    if (found.includes(wrong) || same.size > 1) {
      valid = false;
      continue;
    }
    const value = (found[0] as Value | undefined) ?? absent(field);
    if (value !== undefined) facts.set(field.key, value);
  }
  const [start, end] = [facts.get('start'), facts.get('end')];
  if (on === 'record' && start !== undefined && end !== undefined && order(end as Rational, start as Rational) < 0)
    valid = false;
  return { facts, valid };
};
