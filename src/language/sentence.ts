/** A line of a rule as one would say it to whom it concerns; null for lines that say nothing of credits. */
import type { Basis, Cond, Line, LineOf, RequiredAmount, SpanId } from '../model/ast.ts';
import { condition } from './cond.ts';
import type { Printing } from './construct.ts';
import { printingIn, prose } from './prose.ts';
import { amount, ratio } from './value.ts';
import { type Part, words } from './words.ts';

export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

const [ZH, EN] = [printingIn('zh'), printingIn('en')];

const zhOf = (part: Part): string => prose(part, 'zh');
const enOf = (part: Part): string => prose(part, 'en');

const condZh = (cond: Cond | undefined): string => (cond ? `${zhOf(condition(cond, ZH))}的，` : '');
const condEn = (cond: Cond | undefined): string => (cond ? `where ${enOf(condition(cond, EN))}, ` : '');

const EACH: Readonly<Record<SpanId, Sentence>> = {
  record: { zh: '每次', en: 'for each record' },
  project: { zh: '每个项目', en: 'for each project' },
  day: { zh: '每天', en: 'for each day' },
  year: { zh: '每年', en: 'a year' },
  cycle: { zh: '每个周期', en: 'a cycle' },
};
const POOLED: Readonly<Record<SpanId, Sentence>> = {
  record: { zh: '', en: '' },
  project: { zh: '；同一项目的先相加', en: '; those of one project are added first' },
  day: { zh: '；同一天的先相加', en: '; those of one day are added first' },
  year: { zh: '；全年的先相加', en: '; those of the year are added first' },
  cycle: { zh: '；整个周期的先相加', en: '; those of the cycle are added first' },
};

const each = (per: Basis): Sentence =>
  per.kind === 'span'
    ? EACH[per.id]
    : { zh: `按口径「${per.name.text}」，`, en: `by the reading 「${per.name.text}」,` };
const pooled = (by: Basis | undefined): Sentence => {
  if (!by) return POOLED.record;
  if (by.kind === 'span') return POOLED[by.id];
  return {
    zh: `；哪些先加在一起再算，由口径「${by.name.text}」定`,
    en: `; what is added first is by the reading 「${by.name.text}」`,
  };
};

const award = ({ rate, by, when }: LineOf<'award'>): Sentence => {
  const [zh, en] = [condZh(when), condEn(when)];
  const add = pooled(by);
  if (rate.kind === 'field') {
    return { zh: `${zh}按「${rate.field.text}」所填的计`, en: `${en}what 「${rate.field.text}」 says counts` };
  }
  const credits = { zh: zhOf(amount(rate.credits, ZH)), en: enOf(amount(rate.credits, EN)) };
  if (rate.kind === 'flat') return { zh: `${zh}每次得 ${credits.zh}`, en: `${en}${credits.en} each time` };
  const every = (p: Printing): Part =>
    words(
      rate.every?.digits ?? (rate.everyReading ? `「${rate.everyReading.text}」` : '1'),
      rate.unit && p.spell(rate.unit.id),
      rate.field && `「${rate.field.text}」`,
    );
  return {
    zh: `${zh}每满 ${zhOf(every(ZH))}得 ${credits.zh}${add.zh}`,
    en: `${en}${credits.en} for every ${enOf(every(EN))}${add.en}`,
  };
};

const required = (of: RequiredAmount): Sentence =>
  of.kind === 'amount'
    ? { zh: zhOf(amount(of.amount, ZH)), en: enOf(amount(of.amount, EN)) }
    : {
        zh: `${of.of === 'required' ? '要求' : '所得'}的 ${ratio(of.ratio)}`,
        en: `${ratio(of.ratio)} of what is ${of.of}`,
      };

const minimum = ({ per, subject, bound, amount: of, when }: LineOf<'minimum'>): Sentence => {
  const most = bound === 'atMost' || bound === 'upTo';
  const of_ = required(of);
  return {
    zh: `${condZh(when)}${EACH[per].zh}${subject ? `「${subject.name.text}」` : ''}${most ? '至多' : '不少于'} ${of_.zh}`,
    en: `${condEn(when)}${most ? 'at most' : 'at least'} ${of_.en}${subject ? ` of 「${subject.name.text}」` : ''} ${EACH[per].en}`,
  };
};

export const sentenceOf = (line: Line): Sentence | null => {
  switch (line.kind) {
    case 'award':
      return award(line);
    case 'minimum':
      return minimum(line);
    case 'cap':
      return {
        zh: `${condZh(line.when)}${each(line.per).zh}至多计 ${zhOf(amount(line.limit, ZH))}`,
        en: `${condEn(line.when)}at most ${enOf(amount(line.limit, EN))} ${each(line.per).en}`,
      };
    case 'gate':
      return {
        zh: `${condZh(line.when)}须${zhOf(condition(line.that, ZH))}，否则不计`,
        en: `${condEn(line.when)}counts only where ${enOf(condition(line.that, EN))}`,
      };
    case 'deem':
      return {
        zh: `${condZh(line.when)}视为完成${line.credits ? `，计 ${zhOf(amount(line.credits, ZH))}` : '当年要求'}`,
        en: `${condEn(line.when)}deemed done${line.credits ? `, with ${enOf(amount(line.credits, EN))}` : ' for the year'}`,
      };
    case 'best':
      return {
        zh: `${condZh(line.when)}${each(line.per).zh}只计最高的 ${line.count.digits} 次`,
        en: `${condEn(line.when)}only the best ${line.count.digits} count ${each(line.per).en}`,
      };
    case 'for':
      return { zh: `只管${zhOf(condition(line.when, ZH))}的`, en: `for those where ${enOf(condition(line.when, EN))}` };
    case 'except':
      return {
        zh: `${zhOf(condition(line.when, ZH))}的不在其内`,
        en: `not for those where ${enOf(condition(line.when, EN))}`,
      };
    default:
      return null;
  }
};
