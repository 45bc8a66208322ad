/** `cme test`. */
import type { Sentence } from './sentence.ts';

export const tests = {
  examplePassed: {
    zh: '{files} 个规则文件，{passed} 个用例全部通过',
    en: '{files} rule files: all {passed} examples pass',
  },
  exampleSummary: { zh: '用例：通过 {passed}，未通过 {failed}', en: 'examples: {passed} passed, {failed} failed' },
  exampleFailed: { zh: '未通过', en: 'failed' },
  exampleExpected: { zh: '期望', en: 'expected' },
  exampleActual: { zh: '实际', en: 'actual' },
  noExamples: { zh: '没有用例', en: 'there are no examples' },
  coverageHeading: { zh: '用例覆盖', en: 'coverage by examples' },
  covered_award: { zh: '授予', en: 'awards' },
  covered_gate: { zh: '条件', en: 'gates' },
  covered_cap: { zh: '上限', en: 'caps' },
  covered_deem: { zh: '视同完成', en: 'deemed completions' },
  covered_exception: { zh: '除外', en: 'exceptions' },
  covered_requirement: { zh: '要求', en: 'requirements' },
  covered_makeup: { zh: '补学', en: 'make-up' },
  covered_notice: { zh: '提示', en: 'notices' },
  covered_carry: { zh: '结转', en: 'carry-over' },
  covered_reading: { zh: '口径的选项', en: 'options of readings' },
  covered_clause: { zh: '条款', en: 'clauses' },
  uncovered: { zh: '没有用例的', en: 'without an example' },

  mutating: { zh: '试改', en: 'changing' },
  changes: { zh: '处', en: 'places' },
  mutantsFailing: {
    zh: '{file} 的用例「{name}」没有通过，看不出改动有没有被发现；请先运行 cme test 改正',
    en: 'example 「{name}」 of {file} fails, so that it cannot tell a change; run cme test first',
  },
  mutantChanged: {
    zh: '{file}：没有用例发现：第 {line} 行的「{before}」改成「{after}」',
    en: '{file}: no example notices if 「{before}」 in line {line} were 「{after}」',
  },
  mutantDropped: {
    zh: '{file}：没有用例发现：第 {line} 行去掉「{before}」',
    en: '{file}: no example notices if 「{before}」 in line {line} were left out',
  },
  mutantPaste: { zh: '加上这个用例就能发现：', en: 'This example would:' },
  mutantPerhaps: {
    zh: '也没有找到能分辨两者的用例：也许两种写法等价',
    en: 'nor was an example found that tells the two apart: perhaps they mean the same',
  },
  mutantSummary: {
    zh: '试改 {all} 处：用例发现 {killed}，没有发现 {survived}，判为等价 {equivalent}',
    en: '{all} changes: {killed} noticed by examples, {survived} not, {equivalent} proven to mean the same',
  },
  mutantsUntried: {
    zh: '未穷尽：时间到了，还有 {untried} 处没有试',
    en: 'not exhaustive: time is up, and {untried} changes were not tried',
  },
} as const satisfies Record<string, Sentence>;
