/** `cme explain`. */
import type { Sentence } from './sentence.ts';

export const explain = {
  practitionerUnknown: {
    zh: '数据里没有编号为「{id}」的人员。{suggestion}共 {count} 人',
    en: 'there is no practitioner 「{id}」 in the data. {suggestion}It holds {count}',
  },
  practitionerTwice: {
    zh: '编号「{id}」的人员有 {count} 个，说明的是第一个',
    en: 'there are {count} practitioners 「{id}」; the first is explained',
  },
  explained: { zh: '{id} 的 {year} 年度学分是怎么算的', en: 'How the credits of {id} for {year} were reckoned' },
  explainPeriod: { zh: '期间 {from} 至 {to}', en: 'period {from} to {to}' },
  recordsHeading: { zh: '一、逐条记录', en: '1. Record by record' },
  categoriesHeading: { zh: '二、按类别汇总', en: '2. By category' },
  totalHeading: { zh: '三、合计与要求', en: '3. Total and requirement' },
  noticesHeading: { zh: '四、提示', en: '4. Notices' },
  noRecords: { zh: '没有记录', en: 'no records' },
  recordFiled: { zh: '归入 {item}', en: 'filed under {item}' },
  recordCounts: { zh: '→ 计入 {credits} 学分', en: '→ counts {credits} credits' },
  recordNothing: { zh: '→ 计 0 学分：{detail}', en: '→ counts 0 credits: {detail}' },
  stepGains: { zh: '得 {credits} 学分', en: 'earns {credits} credits' },
  stepLoses: { zh: '减去 {lost} 学分', en: 'takes {lost} credits' },
  stepStands: { zh: '为 {credits} 学分', en: 'stands at {credits} credits' },
  categoryLine: {
    zh: '{label}：封顶前 {raw}，计入 {credits} 学分',
    en: '{label}: {raw} before caps, {credits} credits count',
  },
  totalLine: { zh: '合计 {credits} 学分', en: 'total {credits} credits' },
  requirementMet: { zh: '{name}：已得 {earned}，要求 {required}，达到', en: '{name}: {earned} of {required}, met' },
  requirementUnmet: {
    zh: '{name}：已得 {earned}，要求 {required}，还差 {short}',
    en: '{name}: {earned} of {required}, {short} short',
  },
  verdict: { zh: '结论：{status}', en: 'result: {status}' },
  verdictShort: { zh: '结论：{status}，还差 {shortfall} 学分', en: 'result: {status}, {shortfall} credits short' },
  readingsUsed: { zh: '用到的口径：{list}', en: 'readings that mattered: {list}' },
} as const satisfies Record<string, Sentence>;
