/** Rules in few words, for chips and pills: `每个项目 10`, `每 3 小时 1 分`, `满 90 天计 25`. */
import { keywords, type Lang, type Plan } from '../../src/index.ts';
import type { Cap, Item } from './ladder.ts';

type Line = Item['lines'][number];
type Deem = Item['deems'][number];
type Expr = Line['when'];
type Measure = Extract<Line['rate'], { kind: 'per' }>['measure'];
type Fraction = { readonly n: number; readonly d: number };

const spans = {
  zh: { record: '每次', project: '每个项目', day: '每天', year: '每年', cycle: '每周期' },
  en: { record: 'each', project: 'per project', day: 'per day', year: 'per year', cycle: 'per cycle' },
} as const;

export const perWords = (per: Cap['per'], lang: Lang): string => spans[lang][per];

/** A number of credits from hundredths. */
export const credits = (hundredths: number): string => trim((hundredths / 100).toFixed(2));
const trim = (digits: string): string => (digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits);

/** At most so many decimals: an exact third would have no end. */
const amount = ({ n, d }: Fraction, scale: number): string => trim((n / d / scale).toFixed(2));

/** With the credits that are over it; the condition, where it has one of the data, comes first. */
export function capShort(cap: Cap, plan: Plan, lang: Lang): string {
  const when = cap.when === null ? '' : conditionShort(cap.when, plan, lang);
  const label = when === '' ? '' : `${when} `;
  return `${label}${perWords(cap.per, lang)} ${credits(cap.limit)}`.replace(
    /(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])/,
    '',
  );
}

const MICRO = 1_000_000;

const unitWord = (unit: keyof typeof keywords | null, lang: Lang): string =>
  unit === null ? '' : keywords[unit][lang];

function measured(
  measure: Measure,
  plan: Plan,
): { readonly unit: keyof typeof keywords | null; readonly scale: number } {
  if (measure.of === 'days' || measure.of === 'months') return { unit: measure.of, scale: 1 };
  if (measure.of === 'count') return { unit: 'times', scale: 1 };
  const field = plan.recordFields.find(({ key }) => key === measure.key);
  return { unit: field?.unit ?? null, scale: MICRO };
}

/** What a line of awards gives, without its conditions. */
export function rateShort({ rate }: Line, plan: Plan, lang: Lang): string {
  const points = lang === 'zh' ? ' 分' : '';
  if (rate.kind === 'flat') return `${spans[lang].record} ${amount(rate.credits, 100)}${points}`;
  if (rate.kind === 'field') return plan.recordFields.find(({ key }) => key === rate.key)?.label ?? rate.key;
  const { unit, scale } = measured(rate.measure, plan);
  if (rate.kind === 'steps') {
    const all = rate.rows.map((row) => row.credits);
    return `${lang === 'zh' ? '分档' : 'steps'} ${range(all)}${points}`;
  }
  const every = `${amount(rate.per, scale)} ${unitWord(unit, lang)}`.trim();
  return lang === 'zh' ? `${every} ${amount(rate.credits, 100)}${points}` : `${amount(rate.credits, 100)} per ${every}`;
}

function range(all: readonly Fraction[]): string {
  const values = all.map(({ n, d }) => n / d / 100);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? trim(least.toFixed(2)) : `${trim(least.toFixed(2))}～${trim(most.toFixed(2))}`;
}

/** All award lines of an item together. */
export function awardShort(item: Item, plan: Plan, lang: Lang): string {
  const { lines, deems } = item;
  if (lines.length === 0) return deems.length > 0 ? (lang === 'zh' ? '视同完成' : 'deemed complete') : '—';
  const flat = lines.flatMap(({ rate }) => (rate.kind === 'flat' ? [rate.credits] : []));
  const rest = lines.filter(({ rate }) => rate.kind !== 'flat');
  const parts = new Map<string, string>();
  for (const line of rest) {
    const said = rateShort(line, plan, lang);
    const who = actorOf(line.when, plan);
    if (!parts.has(said)) parts.set(said, who);
  }
  const said = [...parts].map(([rate, who], at) => (at === 0 || who === '' ? rate : `${who} ${rate}`));
  const points = lang === 'zh' ? ' 分' : '';
  if (flat.length > 0) said.push(`${spans[lang].record} ${range(flat)}${points}`);
  return said.join('｜');
}

/** The first choice that a condition asks for: it tells the lines of an item apart. */
function actorOf(when: Expr, plan: Plan): string {
  const all = when.op === 'and' ? when.of : [when];
  const chosen = all.find((one) => one.op === 'among' && one.field.on === 'record');
  return chosen ? conditionShort(chosen, plan, 'zh') : '';
}

/** `满 90 天计 25`. */
export function deemShort({ when, credits: given }: Deem, plan: Plan, lang: Lang): string {
  const total = atomsOf(when).find((one) => one.op === 'total');
  const gives =
    given === null
      ? lang === 'zh'
        ? '视同完成'
        : 'complete'
      : lang === 'zh'
        ? `计 ${credits(given)}`
        : credits(given);
  if (total?.op !== 'total') return lang === 'zh' ? `认定后${gives}` : `deemed ${gives}`;
  const { unit, scale } = measured(total.measure, plan);
  const much = `${amount(total.to, scale)} ${unitWord(unit, lang)}`;
  return lang === 'zh' ? `满 ${much}${gives}` : `${much}: ${gives}`;
}

const atomsOf = (expr: Expr): readonly Expr[] =>
  expr.op === 'and' || expr.op === 'or' ? expr.of.flatMap(atomsOf) : expr.op === 'not' ? atomsOf(expr.of) : [expr];

const marks = { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '=': '=', '!=': '≠' } as const;

/** A condition in the labels of the vocabulary; what is always so is not said. */
export function conditionShort(expr: Expr, plan: Plan, lang: Lang): string {
  const fieldOf = ({ on, key }: { readonly on: 'person' | 'record'; readonly key: string }) =>
    (on === 'person' ? plan.personFields : plan.recordFields).find((one) => one.key === key);
  const said = (one: Expr): string => conditionShort(one, plan, lang);
  switch (expr.op) {
    case 'const':
      return '';
    case 'yes':
      return fieldOf(expr.field)?.label ?? expr.field.key;
    case 'among':
      return expr.keys
        .map((key) => fieldOf(expr.field)?.options.find((one) => one.key === key)?.label ?? key)
        .join(lang === 'zh' ? '、' : ', ');
    case 'compare': {
      const field = fieldOf(expr.field);
      const number = field?.type === 'date' || field?.type === 'year' ? '' : ` ${amount(expr.to, MICRO)}`;
      return `${field?.label ?? expr.field.key} ${marks[expr.by]}${number}`;
    }
    case 'total': {
      const { unit, scale } = measured(expr.measure, plan);
      const word = lang === 'zh' ? '累计' : 'in all';
      return `${word} ${marks[expr.by]} ${amount(expr.to, scale)} ${unitWord(unit, lang)}`;
    }
    case 'and':
      return expr.of.map(said).filter(Boolean).join(' · ');
    case 'or':
      return expr.of
        .map(said)
        .filter(Boolean)
        .join(lang === 'zh' ? ' 或 ' : ' or ');
    case 'not': {
      const inner = said(expr.of);
      return inner === '' ? '' : lang === 'zh' ? `非${inner}` : `not ${inner}`;
    }
  }
}
