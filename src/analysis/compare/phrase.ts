/** A condition in the words of the rule language, for an element that keeps no words of its own: 形式 and 适用. */
import { microText } from '../../model/credit.ts';
import { dateText } from '../../model/date.ts';
import type { Expr, Field, FieldRef, Fraction, Plan } from '../../model/plan.ts';

const signs = { '>=': '不少于', '>': '超过', '<=': '不超过', '<': '少于', '=': '是', '!=': '不是' } as const;

const number = ({ n, d }: Fraction, field: Field | undefined): string => {
  if (d !== 1) return `${n}/${d}`;
  if (field?.type === 'date') return dateText(n);
  return field?.type === 'year' ? String(n) : microText(n);
};

export const phraseOf = (plan: Plan, expr: Expr): string => {
  const fieldOf = ({ on, key }: FieldRef): Field | undefined =>
    (on === 'person' ? plan.personFields : plan.recordFields).find((one) => one.key === key);
  const nameOf = (ref: FieldRef): string => fieldOf(ref)?.label ?? ref.key;
  const inner = (one: Expr): string => (one.op === 'or' ? `（${say(one)}）` : say(one));
  const say = (one: Expr): string => {
    switch (one.op) {
      case 'const':
        return one.value ? '任意' : '从不';
      case 'yes':
        return nameOf(one.field);
      case 'among': {
        const options = new Map(fieldOf(one.field)?.options.map(({ key, label }) => [key, label]));
        const values = one.keys.map((key) => options.get(key) ?? key);
        return `${nameOf(one.field)} ${values.length === 1 ? '是' : '属于'} ${values.join('、')}`;
      }
      case 'compare':
        return `${nameOf(one.field)} ${signs[one.by]} ${number(one.to, fieldOf(one.field))}`;
      case 'total':
        return `累计 ${signs[one.by]} ${one.measure.of === 'field' ? number(one.to, undefined) : one.to.n}`;
      case 'not':
        return `并非 ${one.of.op === 'and' ? `（${say(one.of)}）` : inner(one.of)}`;
      case 'and':
        return one.of.map(inner).join(' 且 ');
      case 'or':
        return one.of.map(say).join(' 或 ');
    }
  };
  return say(settled(expr));
};

/** Without what readings have decided: 「A 或 从不 且 B」 is A. */
const settled = (expr: Expr): Expr => {
  if (expr.op === 'not') {
    const of = settled(expr.of);
    return of.op === 'const' ? { ...of, value: !of.value } : { ...expr, of };
  }
  if (expr.op !== 'and' && expr.op !== 'or') return expr;
  const arms = expr.of.map(settled);
  const decides = arms.find((one) => one.op === 'const' && one.value === (expr.op === 'or'));
  const left = arms.filter(({ op }) => op !== 'const');
  const [only] = left;
  if (decides || only === undefined) return decides ?? arms[0] ?? expr;
  return left.length === 1 ? only : { ...expr, of: left };
};
