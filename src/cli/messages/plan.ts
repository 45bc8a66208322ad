/** `cme plan`. */
import type { Sentence } from './sentence.ts';

export const plan = {
  asOfMalformed: {
    zh: '--as-of：「{text}」不是日期，应写成 2025-11-22 这样',
    en: '--as-of: 「{text}」 is no date; write it as 2025-11-22',
  },
  asOfOutside: {
    zh: '--as-of：{day} 不在 {year} 年度里。请写这一年的某一天，或用 --year 换一年',
    en: '--as-of: {day} is not a day of {year}. Give a day of that year, or another --year',
  },
  planUncounted: {
    zh: '这个人的数据太大，无法精确计算，所以给不出办法',
    en: 'the numbers of this practitioner are too large to be reckoned exactly: no plan can be given',
  },
  planMet: {
    zh: '{id}：{year} 年度已达标（{credits} 学分），不缺什么',
    en: '{id}: met for {year} ({credits} credits); nothing is missing',
  },
  planExempt: {
    zh: '{id}：{year} 年度免除要求（已有 {credits} 学分），不缺什么',
    en: '{id}: exempt for {year} ({credits} credits); nothing is missing',
  },
  planShort: {
    zh: '{id}：{year} 年度未达标，已有 {credits} 学分，要求 {required}，还差 {shortfall} 学分',
    en: '{id}: not met for {year}: {credits} credits of {required}, {shortfall} short',
  },
  planUnmet: {
    zh: '{id}：{year} 年度未达标，学分已够（{credits}），还有别的要求没有达到',
    en: '{id}: not met for {year}: the credits suffice ({credits}), another requirement does not',
  },
  planAsOf: {
    zh: '截至 {from}，到年底连当天还有 {days} 天',
    en: 'as of {from}: {days} days are left, that one included',
  },
  planAhead: {
    zh: '{from} 以后的 {count} 条记录还没有做完，没有计入：{list}',
    en: '{count} records after {from} are not done yet and were left out: {list}',
  },
  planMissing: { zh: '还缺什么', en: 'What is missing' },
  planLine: {
    zh: '{name}：已得 {earned}，要求 {required}，还差 {lacks} {unit}',
    en: '{name}: {earned} of {required}, {lacks} {unit} short',
  },
  planLineMost: {
    zh: '{name}：已得 {earned}，至多 {required}，超出了',
    en: '{name}: {earned}, at most {required}: exceeded',
  },
  planBinding: { zh: '（补起来最费力的一项）', en: ' (the one that takes most)' },
  planLeastHours: { zh: '最省时间的办法：合计 {hours} 小时', en: 'The least effort: {hours} hours in all' },
  planLeastCounted: {
    zh: '最省力的办法：单靠有时长的活动补不够，还要别的',
    en: 'The least effort: activities measured in time do not suffice',
  },
  planBest: {
    zh: '找到的办法（未穷尽，可能还有更省的）：合计 {hours} 小时',
    en: 'The best found (not exhaustive: there may be less): {hours} hours in all',
  },
  planBestCounted: {
    zh: '找到的办法（未穷尽，可能还有更省的），有的活动不按小时计',
    en: 'The best found (not exhaustive: there may be less), not all of it measured in hours',
  },
  planAfter: { zh: '做完后共 {credits} 学分，达标', en: 'then {credits} credits: met' },
  planNoWay: {
    zh: '规则所列的活动，今年余下的都加上也补不够',
    en: 'Nothing that the rules list can still close the gap this year',
  },
  planNoneFound: {
    zh: '没有找到补够的办法（未穷尽，不等于没有）',
    en: 'No way was found (not exhaustive: there may be one)',
  },
  planTimed: { zh: '只做一种，要多少小时', en: 'One kind alone, by its hours' },
  planCounted: { zh: '只做一种，不按小时计的', en: 'One kind alone, not measured in hours' },
  planPartial: { zh: '有用，但只做这一种补不够', en: 'Of use, but not enough alone' },
  planUseless: { zh: '再做也不加分', en: 'What would not help' },
  planGains: { zh: '得 {credits} 学分', en: 'earns {credits} credits' },
  planGainsMost: { zh: '至多再得 {credits} 学分', en: '{credits} credits more at most' },
  planProjects: { zh: '分 {times} 个项目', en: 'in {times} projects' },
  planTimes: { zh: '分 {times} 次', en: 'in {times} activities' },
  planCap: { zh: '受「{cap}」所限', en: 'limited by 「{cap}」' },
  planCapYear: { zh: '{owner}，每年至多 {limit} 学分', en: '{owner}, {limit} credits a year at most' },
  planCapCycle: { zh: '{owner}，每周期至多 {limit} 学分', en: '{owner}, {limit} credits a cycle at most' },
  planFull: { zh: '「{cap}」已满', en: '「{cap}」 is full' },
  planDays: { zh: '到年底的天数不够', en: 'too few days are left' },
  planDone: { zh: '与已有的记录相加，不再多得', en: 'beside what was done it adds nothing' },
  planMore: { zh: '……另有 {count} 种，见 --format json', en: '… {count} more; see --format json' },
} as const satisfies Record<string, Sentence>;
