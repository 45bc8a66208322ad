/** The words of a result: sentences of the catalogue filled in, and quantities with their units. */
import type { UnitId } from '../../model/ast.ts';
import { sayings } from '../../model/codes/data.ts';
import { type Exact, microText } from '../../model/credit.ts';
import type { Lang } from '../../model/diagnostic.ts';

/** An amount is in millionths of its unit, or in whole ones. */
export type Scale = 'micro' | 'whole';

export type Saying = keyof typeof sayings;

export const say = (lang: Lang, what: Saying, args: Readonly<Record<string, string>> = {}): string =>
  sayings[what][lang].replace(/\{(\w+)\}/g, (_, name: string) => args[name] ?? '');

/** Field labels as a list: 「时长」、「考核合格」. */
export const listed = (lang: Lang, labels: readonly string[]): string =>
  labels.map((label) => say(lang, 'field', { label })).join(say(lang, 'between'));

const units: Readonly<Record<UnitId, { readonly zh: string; readonly en: string }>> = {
  credits: { zh: '学分', en: 'credits' },
  hours: { zh: '小时', en: 'hours' },
  classHours: { zh: '学时', en: 'class hours' },
  periods: { zh: '课时', en: 'periods' },
  minutes: { zh: '分钟', en: 'minutes' },
  days: { zh: '天', en: 'days' },
  months: { zh: '个月', en: 'months' },
  years: { zh: '年', en: 'years' },
  words: { zh: '字', en: 'words' },
  times: { zh: '次', en: 'times' },
  courses: { zh: '门', en: 'courses' },
  items: { zh: '项', en: 'items' },
  pieces: { zh: '篇', en: 'pieces' },
};

/** `9 小时`. */
export function quantityText(lang: Lang, amount: Exact, unit: UnitId | null, scale: Scale): string {
  const digits = scale === 'micro' ? microText(amount) : String(amount);
  return unit === null ? digits : `${digits} ${unitText(lang, unit)}`;
}

export const unitText = (lang: Lang, unit: UnitId): string => units[unit][lang];
