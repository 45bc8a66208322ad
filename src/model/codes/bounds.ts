/** What a rule file may not be larger than. Form and promise: `../codes.ts`; the numbers: `src/language/limits.ts`. */
import { error } from './words.ts';

export const boundCodes = {
  CME126: error(
    '数字太长：最多 {most} 位',
    'the number is too long: at most {most} digits',
    '检查是否多打了数字',
    'see whether digits were typed twice',
  ),
  CME127: error(
    '条件太长：名称和值合起来有 {count} 个，最多 {most} 个',
    'the condition is too long: {count} names and values, at most {most}',
    '拆成几行、几个条目或几个分组',
    'part it into several lines, items or groups',
  ),
  CME211: error(
    '上位规则叠得太多：最多 {most} 层',
    'too many rule files lie over one another: at most {most}',
    '把中间几层合成一个文件',
    'join some of those in between into one file',
  ),
  CME212: error(
    '分组「{name}」经成员又包含了自己',
    'the group 「{name}」 holds itself by way of its members',
    '去掉其中一处成员',
    'take out one of the members',
  ),
  CME365: error(
    '{what}太多：有 {count} 个，最多 {most} 个',
    'too many of {what}: {count}, at most {most}',
    '合并相近的，或分成几套规则',
    'join those that are alike, or part the rules into several sets',
  ),
  CME366: error(
    '「{section}」下的行太多：表格各行算在内有 {count} 行，最多 {most} 行',
    'too many lines under 「{section}」: {count} with the rows of its tables, at most {most}',
    '分成几节',
    'part it into several sections',
  ),
  CME367: error(
    '引用的条款太多：范围展开后超过 {most} 条',
    'too many clauses are cited: more than {most} once ranges are written out',
    '引用到条为止，不必逐项列出',
    'cite the articles, without each of their items',
  ),
  CME510: error(
    '口径的选项太多：规则要按每个选项各读一遍，合起来有 {count} 行，最多 {most} 行',
    'the readings have too many options: the rules are read once for each, {count} lines in all, at most {most}',
    '减少选项，或把不再讨论的口径改成只有一个选项',
    'have fewer options, or leave a reading that is settled with one',
  ),
  CME511: error(
    '授予表太大：「其他」和表前的条件要逐行展开，合起来有 {count} 格，最多 {most} 格',
    'the award tables are too large: what 其他 and the condition of a table say is written out for each row, {count} cells in all, at most {most}',
    '把表拆小，或把「其他」写成具体的值',
    'part the table, or write values in place of 其他',
  ),
  CME512: error(
    '用例太多：合起来有 {count} 条活动，最多 {most} 条',
    'too many examples: {count} records in all, at most {most}',
    '减少用例表的行，或每行前的活动',
    'have fewer rows in tables of examples, or fewer records above them',
  ),
} as const;
