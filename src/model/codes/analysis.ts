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
} as const;
