/** The tables of `cme eval`. */
import type { Sentence } from './sentence.ts';

export const table = {
  practitioner: { zh: '人员', en: 'practitioner' },
  status: { zh: '结论', en: 'status' },
  credits: { zh: '学分', en: 'credits' },
  required: { zh: '要求', en: 'required' },
  shortfall: { zh: '差', en: 'short' },
  missing: { zh: '还缺什么', en: 'what is missing' },
  met: { zh: '达标', en: 'met' },
  unmet: { zh: '未达标', en: 'unmet' },
  exempt: { zh: '免除', en: 'exempt' },
  madeUp: { zh: '补学后达标', en: 'met by make-up' },
  ofRequired: { zh: '{name}：{earned} / {required}', en: '{name}: {earned} / {required}' },
  faultyRecords: { zh: '{count} 条记录有误', en: '{count} faulty records' },
  ruleset: { zh: '{label} {version}　{year} 年度', en: '{label} {version}, {year}' },
  readings: { zh: '口径：{list}', en: 'readings: {list}' },
  summary: {
    zh: '{practitioners} 人：达标 {met}，未达标 {unmet}，免除 {exempt}；有误的记录 {invalid_records} 条',
    en: '{practitioners} practitioners: {met} met, {unmet} unmet, {exempt} exempt; {invalid_records} faulty records',
  },
  invalidRecords: { zh: '有误的记录', en: 'faulty records' },
  count: { zh: '人数', en: 'count' },
  noValue: { zh: '（未填）', en: '(none)' },
  notices: { zh: '提示（{count} 条）', en: 'notices ({count})' },
  moreNotices: { zh: '……另有 {count} 条，见 --format json', en: '… {count} more; see --format json' },
} as const satisfies Record<string, Sentence>;
