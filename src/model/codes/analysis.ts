/** Findings of the deep check: what no single line shows. See `codes.ts` for the manner. */
import type { Severity } from './words.ts';

const words = <S extends Severity>(severity: S, zh: string, en: string, helpZh: string, helpEn: string) => ({
  severity,
  zh,
  en,
  help: { zh: helpZh, en: helpEn },
});

export const analysisCodes = {
  // ---- two claim one
  CME701: words(
    'error',
    '条目「{first}」和「{second}」都认领这样的记录：{witness}',
    'both items 「{first}」 and 「{second}」 claim such a record: {witness}',
    '写明「适用」，使两个条目不认领同一条记录',
    'write 适用 so that no record is of both items',
  ),
  CME702: words(
    'error',
    '「{first}」和「{second}」都给这样的记录计分：{witness}',
    'both 「{first}」 and 「{second}」 grant credits to such a record: {witness}',
    '给其中一行加上条件，使同一条记录只依一行计分',
    'add a condition to one of them, so that a record earns by one line only',
  ),
  CME703: words(
    'error',
    '要求「{first}」和「{second}」会同时约束这样的人，说的是同一件事：{witness}',
    'the requirements 「{first}」 and 「{second}」 bind such a practitioner at once and speak of the same thing: {witness}',
    '写明「适用」，使两个要求不约束同一个人',
    'write 适用 so that no practitioner is bound by both',
  ),
  CME704: words(
    'warning',
    '未穷尽：不能证明「{first}」和「{second}」不会认领同一条记录',
    'not exhausted: it was not proved that 「{first}」 and 「{second}」 never claim one record',
    '把条件写得简单些，或自行核对；计算时遇到这样的记录会报出，不计学分',
    'write simpler conditions, or check by hand; an evaluation reports such a record and grants it nothing',
  ),
  // ---- what does nothing
  CME711: words(
    'warning',
    '「{words}」的条件永远不成立，这一行不起作用',
    'the condition of 「{words}」 never holds, so that the line does nothing',
    '改正条件，或删去这一行',
    'correct the condition, or delete the line',
  ),
  CME712: words(
    'info',
    '「{words}」的条件总是成立',
    'the condition of 「{words}」 always holds',
    '条件已由前面的行保证；可以不写，若不是这个意思请改正',
    'what stands before it makes sure of it: leave it out, or correct it if this is not meant',
  ),
  CME713: words(
    'warning',
    '条目「{name}」不认领任何记录：「形式」和「适用」不能同时成立',
    'the item 「{name}」 claims no record: 形式 and 适用 never hold together',
    '改正「适用」，或删去这个条目',
    'correct 适用, or delete the item',
  ),
  // ---- more than comes through
  CME721: words(
    'warning',
    '「{words}」授予 {credits} 学分，而{owner}「{cap}」至多计 {limit} 学分：{witness}',
    '「{words}」 grants {credits} credits, and 「{cap}」 of {owner} lets {limit} through at most: {witness}',
    '核对两处的数；若条文就是这样写的，用「已知」说明理由',
    'compare both numbers; if the text has them so, say why by 已知',
  ),
  // ---- what nothing is granted for
  CME731: words(
    'info',
    '没有条目认领这些形式的记录：{forms}',
    'no item claims records of these forms: {forms}',
    '为它们写条目，或用「已知」说明理由',
    'write items for them, or say why not by 已知',
  ),
  CME732: words(
    'info',
    '「{form}」的记录有的没有条目认领：{witness}',
    'some records of 「{form}」 are of no item: {witness}',
    '补充条目，或用「已知」说明理由',
    'add an item, or say why not by 已知',
  ),
  CME733: words(
    'info',
    '条目「{name}」的授予表没有这样的行：{witness}',
    'the table of the item 「{name}」 has no row for: {witness}',
    '补充一行，或用「已知」说明理由',
    'add a row, or say why not by 已知',
  ),
} as const;
