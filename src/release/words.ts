/** The sentences of a release once, in Chinese and English: its checks, its papers, and what could not be exported. */
import type { Lang } from '../index.ts';

export type Told = Readonly<Record<Lang, string>>;

const words = {
  // ---- the checks
  errors: { zh: '无错误', en: 'no errors' },
  examples: { zh: '用例全过', en: 'all examples pass' },
  clauses: { zh: '条款覆盖', en: 'clauses covered' },
  compared: { zh: '对比说明已读', en: 'comparison read' },
  effective: { zh: '生效日期', en: 'day of effect' },

  errorsNone: {
    zh: '没有错误（提醒 {warnings} 处，已接受 {accepted} 处）',
    en: 'no errors ({warnings} warnings, {accepted} accepted)',
  },
  errorsSome: {
    zh: '有 {errors} 处错误。有错误的规则不能计算，也不能发布',
    en: '{errors} errors. Rules with errors mean nothing and cannot be released',
  },
  problem: { zh: '第 {line} 行：{message}', en: 'line {line}: {message}' },

  examplesPass: { zh: '{passed} 个用例全部通过', en: 'all {passed} examples pass' },
  examplesFail: { zh: '{failed} 个用例没有通过，{passed} 个通过', en: '{failed} examples fail, {passed} pass' },
  examplesNone: { zh: '没有用例，没有什么能核对这些规则', en: 'there are no examples: nothing tries these rules' },
  examplesNot: { zh: '有错误，用例不能运行', en: 'there are errors, so that examples cannot be run' },
  example: { zh: '第 {line} 行「{name}」', en: 'line {line} 「{name}」' },

  clausesAll: {
    zh: '登记的 {registered} 个条款都有着落：有规则 {encoded}，不计算 {uncomputed}',
    en: 'each of the {registered} clauses registered is dealt with: {encoded} by rules, {uncomputed} not computed',
  },
  clausesOpen: {
    zh: '{open} 个条款没有处理，{unregistered} 个条款引用了但没有登记',
    en: '{open} clauses are not dealt with, {unregistered} are cited but not registered',
  },
  clausesNone: {
    zh: '没有登记条款，无从核对有没有遗漏',
    en: 'no clauses are registered: whether any is left out cannot be told',
  },
  clauseOpen: { zh: '{clause} 没有处理', en: '{clause} is not dealt with' },
  clauseUnregistered: { zh: '{clause} 没有登记', en: '{clause} is not registered' },

  comparedFirst: { zh: '没有更早的版本可比，这是第一版', en: 'there is no earlier version: this is the first' },
  comparedSame: { zh: '与 {base} 含义相同', en: 'the same in meaning as {base}' },
  comparedSome: {
    zh: '与 {base} 相比：收紧 {stricter} 处，放宽 {looser} 处，有增有减 {mixed} 处，无法判定 {unknown} 处，不影响结果 {neutral} 处。须有人读过对比说明',
    en: 'against {base}: {stricter} stricter, {looser} looser, {mixed} mixed, {unknown} unknown, {neutral} with no effect. Somebody has to have read the comparison',
  },
  comparedPart: { zh: '比较没有穷尽，有的改动没有查到底', en: 'the comparison was not exhaustive' },
  comparedBroken: { zh: '无法比较：{base} 有错误', en: 'nothing to compare: {base} has errors' },
  comparedNot: { zh: '有错误，不能比较', en: 'there are errors, so that nothing can be compared' },
  change_stricter: { zh: '收紧', en: 'stricter' },
  change_looser: { zh: '放宽', en: 'looser' },
  change_mixed: { zh: '有增有减', en: 'mixed' },
  change_unknown: { zh: '无法判定', en: 'unknown' },
  change: { zh: '{effect}：{path}', en: '{effect}: {path}' },

  effectiveSet: { zh: '自 {effective} 施行', en: 'in force from {effective}' },
  effectiveMissing: { zh: '没有写施行日期', en: 'no day of effect is written' },
  effectivePast: {
    zh: '施行日期 {effective} 早于发布日 {today}：已经过去的日子也照这一版计算',
    en: 'in force from {effective}, before the day of release {today}: days that are past are judged by it too',
  },
  effectiveTaken: {
    zh: '{other} 也自 {effective} 施行，同一天不能有两版',
    en: '{other} comes into force on {effective} too: one day cannot have two versions',
  },
  effectiveOver: {
    zh: '截止日期 {until} 早于施行日期 {effective}',
    en: 'it ends on {until}, before it comes into force on {effective}',
  },

  // ---- papers
  clauseTitle: { zh: '条款对照表', en: 'Clauses and rules' },
  clauseLead: {
    zh: '{label} {version}：登记的每一条款由哪些规则处理，或为什么不计算。',
    en: '{label} {version}: which rules deal with each clause registered, or why it is not computed.',
  },
  clause: { zh: '条款', en: 'clause' },
  dealt: { zh: '处理', en: 'dealt with' },
  byRules: { zh: '规则或理由', en: 'rules, or the reason' },
  tried: { zh: '用例', en: 'examples' },
  encoded: { zh: '有规则', en: 'by rules' },
  within: { zh: '规则在下级', en: 'within it' },
  uncomputed: { zh: '不计算', en: 'not computed' },
  around: { zh: '只引上级', en: 'around it' },
  open: { zh: '没有处理', en: 'open' },
  lineOf: { zh: '第 {line} 行 {words}', en: 'line {line} {words}' },
  unregistered: { zh: '{clause}（未登记）', en: '{clause} (not registered)' },
  notExported: {
    zh: '这些规则不能准确地写成 {form}，没有导出。逐条如下；请用 cme eval 计算。',
    en: 'These rules cannot be said exactly in {form} and were not exported, for the following; evaluate with cme eval.',
  },
} as const satisfies Record<string, Told>;

export type WordId = keyof typeof words;
export type WordArgs = Readonly<Record<string, string | number>>;

export const say = (id: WordId, lang: Lang, args: WordArgs = {}): string =>
  words[id][lang].replace(/\{(\w+)\}/g, (_, key: string) => String(args[key] ?? ''));

export const told = (id: WordId, args: WordArgs = {}): Told => ({ zh: say(id, 'zh', args), en: say(id, 'en', args) });
