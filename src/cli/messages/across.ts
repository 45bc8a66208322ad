/** `cme across`. */
import type { Sentence } from './sentence.ts';

export const across = {
  acrossRules: {
    zh: '请写两套到 {most} 套规则，最后写名册，如 cme across hubei national 名册.csv --practitioner p1',
    en: 'name two to {most} rule sets and then the roster, such as cme across hubei national roster.csv --practitioner p1',
  },
  acrossHead: { zh: '{id} 的 {year} 年度，按 {count} 套规则', en: '{id} in {year}, under {count} rule sets' },
  acrossSame: {
    zh: '{other} 与 {first}：每条记录的学分和要求都相同',
    en: '{other} and {first}: the same credits for each record, and the same requirement',
  },
  acrossApart: {
    zh: '{other} 与 {first} 相比：学分 {credits}，要求 {required}',
    en: '{other} against {first}: {credits} credits, {required} required',
  },
  acrossRecord: { zh: '{record}：{before} → {after}（{by}）', en: '{record}: {before} → {after} ({by})' },
  acrossNothing: { zh: '没有减', en: 'nothing is taken' },
  acrossRest: { zh: '不属于哪条记录的（结转）：{by}', en: 'of no record (carried over): {by}' },
  acrossUnknown: {
    zh: '{name} 没有这些字段，没有用到，也没有猜：{list}',
    en: '{name} has no such fields; they were not used, nor guessed: {list}',
  },
  acrossUnlike: {
    zh: '{name} 有同名的字段，但类型或单位不同，请核对：{list}',
    en: '{name} has fields of the same name and another type or unit: {list}',
  },
  acrossRoster: {
    zh: '{year} 年度，{practitioners} 人，按 {count} 套规则',
    en: '{practitioners} practitioners in {year}, under {count} rule sets',
  },
  acrossAgree: { zh: '没有人的结论因规则不同而不同', en: 'nobody is judged differently' },
  acrossDivided: { zh: '{count} 人的结论因规则不同而不同', en: '{count} are judged differently' },
  acrossMore: { zh: '……另有 {count} 人，见 --format json', en: '… {count} more; see --format json' },
} as const satisfies Record<string, Sentence>;
