/** Words that join the parts of a line, and those that say what is counted. */
import { type Keyword, wordOf } from './keyword.ts';

const connective = wordOf('inner', 'connective');
const operator = wordOf('inner', 'operator');

export const connectives = {
  version: connective('版本', 'version', '规则的版本，通常是年份', 'The version of the rules, usually a year.'),
  // Of a cycle, and in English of what may fill: fillable from …
  from: connective('起于', 'from', '周期从哪个日期起算', 'The date from which cycles are counted.'),
  rolling: connective(
    '滚动',
    'rolling',
    '周期随年度滚动，总是最近的若干年',
    'The cycle is always the last so many years.',
  ),
  default: connective('缺省', 'default', '资料空缺时当作什么值', 'The value that an absent fact is taken to have.'),
  when: connective(
    '当',
    'when',
    '后面写条件，条件成立时才适用',
    'What stands before it holds only if the condition does.',
  ),
  and: connective('且', 'and', '两个条件都成立才成立，先于「或」结合', 'Both conditions hold; binds closer than 或.'),
  or: connective('或', 'or', '两个条件有一个成立就成立', 'One of the conditions holds, or both.'),
  not: connective('并非', 'not', '后面的条件不成立时才成立', 'Holds if the condition after it does not.'),
  by: connective('按', 'by', '先按什么范围或口径合计，再计学分', 'What is summed before credits are counted.'),
  since: connective('自', 'since', '从哪个日期起按比例计算', 'The date from which the share of the period is counted.'),
  to: connective('到', 'to', '结果精确到多少，如 0.5 学分', 'The step that the result is rounded to.'),
  fillable: connective(
    '可由',
    'fillable',
    '不足部分可以由哪些类别的学分补足',
    'Names what may fill up the part that is lacking.',
  ),
  fills: connective(
    '抵充',
    'fills',
    '与「可由」配合，表示用来补足',
    'Goes with 可由: the credits named fill what is lacking.',
  ),
  same: connective(
    '相同',
    'same',
    '哪些资料都相同的记录要提示核对',
    'The facts in which records must agree to be noticed.',
  ),
  total: operator(
    '累计',
    'total',
    '本年度内同类记录的数量合计',
    'The sum over the year’s records of what the unit measures.',
  ),
  yearTotal: operator(
    '当年累计',
    'yeartotal',
    '与「累计」相同，写明是当年的合计',
    'The same as 累计, saying that it is the year’s.',
  ),
  nextYear: wordOf('inner', 'constant')(
    '次年',
    'nextyear',
    '指下一个年度，用在补学里',
    'The year after; stands in 补学.',
  ),
  ofRequired: operator('要求的', 'ofrequired', '占要求学分的比例', 'A share of the credits required.'),
  ofEarned: operator('所得的', 'ofearned', '占所得学分的比例', 'A share of the credits earned.'),
} as const satisfies Record<string, Keyword>;
