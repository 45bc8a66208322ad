/** `cme diff`. */
import type { Sentence } from './sentence.ts';

export const diff = {
  sideHasErrors: {
    zh: '无法比较：{names} 有错误，没有结果；请先改正',
    en: 'nothing to compare: {names} has errors, and there is no result; mend them first',
  },
  diffWithoutData: {
    zh: '--practitioners 要和 --data 一起用',
    en: '--practitioners needs --data beside it',
  },
  failOnUnknown: {
    zh: '--fail-on：没有「{name}」这一种。{suggestion}可用：{known}',
    en: '--fail-on: there is no 「{name}」. {suggestion}There are: {known}',
  },
  rostersDiffer: {
    zh: '按新旧两套字段读出来的人数不同，无法逐人对照；请先统一名册的列名',
    en: 'the two sides read different numbers of practitioners from the data, so that they cannot be compared one by one; name the columns for both',
  },
  recordFaultyBefore: {
    zh: '记录 {id} 在旧规则下未计分：{detail}',
    en: 'record {id} earned nothing under the old rules: {detail}',
  },
  effect_stricter: { zh: '收紧', en: 'stricter' },
  effect_looser: { zh: '放宽', en: 'looser' },
  effect_mixed: { zh: '有增有减', en: 'mixed' },
  effect_neutral: { zh: '不影响结果', en: 'no effect' },
  effect_unknown: { zh: '无法判定', en: 'unknown' },
  diffCount: { zh: '{effect} {count} 处', en: '{count} {effect}' },
  diffAndNeutral: { zh: '{told}，另有 {neutral} 处不影响结果', en: '{told}; {neutral} more with no effect' },
  diffSame: { zh: '两边含义相同', en: 'both sides mean the same' },
  diffNeutral: {
    zh: '含义相同：{neutral} 处改动都不影响结果',
    en: 'the same in meaning: {neutral} changes, all with no effect',
  },
  diffOpen: {
    zh: '没有找到影响结果的改动，但也没能证明两边含义相同（另有 {neutral} 处不影响结果）',
    en: 'nothing was found to differ in meaning, nor proven to be the same ({neutral} changes with no effect)',
  },
  diffNotExhausted: {
    zh: '未穷尽：到了计算量的限度，有的改动没有查到底',
    en: 'not exhaustive: a bound was reached before every change was searched to the end',
  },
  diffClause: { zh: '（{clause}）', en: ' ({clause})' },
  diffBefore: { zh: '原：{line}', en: 'before: {line}' },
  diffAfter: { zh: '现：{line}', en: 'after:  {line}' },
  diffStill: { zh: '写法未变：{line}', en: 'worded as before: {line}' },
  diffNothing: { zh: '（无）', en: '(none)' },
  diffCounter: { zh: '也有人得益：', en: 'and somebody gains:' },
  diffUnknown: {
    zh: '既没有找到结果不同的人，也没能证明不影响结果，请人工核对',
    en: 'nobody was found for whom it makes a difference, nor was it proven to make none; look at it yourself',
  },
  diffUnknownShown: {
    zh: '上例的结果不同；别人的结果会不会反过来，没能证明，请人工核对',
    en: 'it makes the difference shown; whether it goes the other way for others was not proven; look at it yourself',
  },
  diffNobodyGains: {
    zh: '已证明没有人因此得益；实际受损的人没有找到，请人工核对',
    en: 'proven that nobody gains by it; nobody who loses was found; look at it yourself',
  },
  diffNobodyLoses: {
    zh: '已证明没有人因此受损；实际得益的人没有找到，请人工核对',
    en: 'proven that nobody loses by it; nobody who gains was found; look at it yourself',
  },
  contrastWho: { zh: '例如 {year} 年：{who}', en: 'for instance in {year}: {who}' },
  anybody: { zh: '任一人员', en: 'any practitioner' },
  contrastAlone: {
    zh: '原来 {before}；只改这一处，{after}（其他改动另有影响，合起来不是这个数）',
    en: 'before {before}; with this change alone {after} (other changes bear on it, so that together it is not that)',
  },
  contrastResults: { zh: '原来 {before}；现在 {after}', en: 'before {before}; after {after}' },
  sideWell: {
    zh: '{credits} 学分（要求 {required}），{status}',
    en: '{credits} credits ({required} required), {status}',
  },
  sideShort: {
    zh: '{credits} 学分（要求 {required}），{status}，差 {shortfall}',
    en: '{credits} credits ({required} required), {status}, {shortfall} short',
  },
  impactHead: {
    zh: '以 {year} 年名册测算，{practitioners} 人：',
    en: 'On the roster for {year}, {practitioners} practitioners:',
  },
  impactNone: { zh: '没有人的结果改变', en: 'nobody’s result changes' },
  impactCounts: {
    zh: '{changed} 人的结论或学分改变：{met_to_unmet} 人由达标变为未达标，{unmet_to_met} 人由未达标变为达标；{lost} 人总分下降，{gained} 人总分上升；{shortfalls} 人所差学分改变',
    en: '{changed} with another verdict or other credits: {met_to_unmet} from met to unmet, {unmet_to_met} from unmet to met; {lost} with fewer credits, {gained} with more; {shortfalls} short by another amount',
  },
  impactOther: { zh: '{count} 人是否免除随之改变', en: '{count} to or from exempt' },
  impactLost: { zh: '少 {amount}：{practitioners} 人', en: '{amount} fewer: {practitioners}' },
  impactGained: { zh: '多 {amount}：{practitioners} 人', en: '{amount} more: {practitioners}' },
  bandUnder: { zh: '不足 {below} 学分', en: 'less than {below} credits' },
  bandBetween: { zh: '{from} 至不足 {below} 学分', en: '{from} to less than {below} credits' },
  bandOver: { zh: '{from} 学分以上', en: '{from} credits or more' },
  impactMost: { zh: '变化最大的：', en: 'The most affected:' },
  impactBefore: { zh: '原来', en: 'before' },
  impactAfter: { zh: '现在', en: 'after' },
} as const satisfies Record<string, Sentence>;
