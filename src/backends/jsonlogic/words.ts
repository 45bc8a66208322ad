/** Why an element of the rules cannot be said in JsonLogic, in words. */
import type { Lang } from '../../model/diagnostic.ts';
import type { Refusal, Why } from './build.ts';

const words: Readonly<Record<Why, Readonly<Record<Lang, string>>>> = {
  cycle: { zh: '跨年的周期要带着往年的结果', en: 'a cycle carries the results of the years before' },
  crossing: { zh: '与别的上限交叉，要一起结算', en: 'it crosses another cap, and they are settled together' },
  best: { zh: '只计最高要在记录之间比较取舍', en: 'which records are the best is decided among them all' },
  falling: {
    zh: '递减的不是固定数额，或者要减很多名次',
    en: 'what falls by rank is no fixed amount, or falls through very many ranks',
  },
  fill: { zh: '抵充按各行次序动用余额', en: 'what fills one line is no longer there for the next' },
  times: { zh: '次数只数封顶之后还有学分的记录', en: 'times count the records that have credits after all caps' },
  poolOverSpan: {
    zh: '一同计算的记录跨出了上限的范围，各条分得多少要看次序',
    en: 'its records are summed over more than a span of its cap, so that their order decides',
  },
  capOverCategories: {
    zh: '上限管几个类别，各类剩多少要看次序',
    en: 'the cap is over several categories, so that the order of records decides between them',
  },
  capWithDeem: {
    zh: '上限只管一部分记录，视同完成的学分落在哪条要看次序',
    en: 'the cap is over some records of an item with a deeming, so that the one that reaches it decides',
  },
  capSubject: {
    zh: '有上限只管这一行的一部分记录，截去谁的要看次序',
    en: 'a cap straddles what the line counts, so that the order of records decides',
  },
  toldApart: {
    zh: '条件把一同计算的记录分开，而它不在分开之列',
    en: 'a condition parts records that are summed together',
  },
  tooMany: { zh: '条件太多，写出来大得不能用', en: 'there are so many conditions that the rules would be too large' },
  orderOfDays: {
    zh: '按天数的档次先升后降，或逐条乘以系数，结果要看次序',
    en: 'a table of days that falls, or a factor on days, depends on the order of records',
  },
  placedOtherwise: {
    zh: '按别的日期归年，又要逐条按次序计算',
    en: 'another date places its records, and they earn in their order',
  },
  hoursOfDeem: {
    zh: '视同完成的条件使学时算在哪些记录上要看次序',
    en: 'which records a deeming counts class hours of depends on their order',
  },
  shareOfShare: {
    zh: '份额与折算、与同一行的定数相混',
    en: 'a share is mixed with amounts of the same line, or with what is prorated',
  },
  tooLarge: { zh: '比例的数太大，乘积不能保证精确', en: 'its numbers are too large for products to stay exact' },
};

/** `第十三条（一）1　上限 每项目 10 学分：…` */
export function refusalText({ source, why }: Refusal, lang: Lang): string {
  const { [lang]: because } = words[why];
  if (source === null) return because;
  const place = [`${source.file}:${source.line}`, source.clause, source.words].filter((part) => part !== null);
  return `${place.join(' ')}${lang === 'zh' ? '：' : ': '}${because}`;
}
