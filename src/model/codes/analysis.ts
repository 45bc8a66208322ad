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
    '条目「{first}」{firstClause}和「{second}」{secondClause}都认领这样的记录：{witness}',
    'both items 「{first}」{firstClause} and 「{second}」{secondClause} claim such a record: {witness}',
    '写明「适用」，使两个条目不认领同一条记录',
    'write 适用 so that no record is of both items',
  ),
  CME702: words(
    'error',
    '「{first}」{firstClause}和「{second}」{secondClause}都给这样的记录计分：{witness}',
    'both 「{first}」{firstClause} and 「{second}」{secondClause} grant credits to such a record: {witness}',
    '给其中一行加上条件，使同一条记录只依一行计分',
    'add a condition to one of them, so that a record earns by one line only',
  ),
  CME703: words(
    'error',
    '要求「{first}」{firstClause}和「{second}」{secondClause}会同时约束这样的人，说的是同一件事：{witness}',
    'the requirements 「{first}」{firstClause} and 「{second}」{secondClause} bind such a practitioner at once and speak of the same thing: {witness}',
    '写明「适用」，使两个要求不约束同一个人',
    'write 适用 so that no practitioner is bound by both',
  ),
  CME704: words(
    'warning',
    '未穷尽：不能证明「{first}」{firstClause}和「{second}」{secondClause}不会认领同一条记录',
    'not exhausted: it was not proved that 「{first}」{firstClause} and 「{second}」{secondClause} never claim one record',
    '把条件写得简单些，或自行核对；计算时遇到这样的记录会报出，不计学分',
    'write simpler conditions, or check by hand; an evaluation reports such a record and grants it nothing',
  ),
  // ---- what does nothing
  CME711: words(
    'warning',
    '「{words}」{clause}的条件永远不成立，这一行不起作用',
    'the condition of 「{words}」{clause} never holds, so that the line does nothing',
    '改正条件，或删去这一行',
    'correct the condition, or delete the line',
  ),
  CME712: words(
    'info',
    '「{words}」{clause}的条件总是成立',
    'the condition of 「{words}」{clause} always holds',
    '条件已由前面的行保证；可以不写，若不是这个意思请改正',
    'what stands before it makes sure of it: leave it out, or correct it if this is not meant',
  ),
  CME713: words(
    'warning',
    '条目「{name}」{clause}不认领任何记录：「形式」和「适用」不能同时成立',
    'the item 「{name}」{clause} claims no record: 形式 and 适用 never hold together',
    '改正「适用」，或删去这个条目',
    'correct 适用, or delete the item',
  ),
  CME714: words(
    'info',
    '口径「{name}」选「{option}」和采用的「{adopted}」一样，什么都不改变',
    'under its option 「{option}」 the reading 「{name}」 changes nothing: all is as under 「{adopted}」, which is adopted',
    '改正选项的值，或删去多余的选项',
    'correct the value of the option, or delete it',
  ),
  CME715: words(
    'warning',
    '口径「{name}」有几个选项，却没有一行用到它',
    'the reading 「{name}」 has several options, and no line names it',
    '在该用的行里写上它；只是记录一个决定的，留一个选项即可',
    'name it where it belongs; where it only records a decision, one option will do',
  ),
  CME716: words(
    'info',
    '没有一行用到字段「{name}」',
    'no line reads the field 「{name}」',
    '删去字段；只供查看或汇总的，用「已知」说明',
    'delete the field; if it is only to be seen or to group by, say so by 已知',
  ),
  CME717: words(
    'info',
    '用例「{name}」和「{first}」（第 {line} 行）给的事实和期望完全一样',
    'the example 「{name}」 gives and expects exactly what 「{first}」 (line {line}) does',
    '删去其中一个，或改成另一种情形',
    'delete one of them, or let it try something else',
  ),
  CME718: words(
    'warning',
    '分组「{name}」没有上限，也没有别处用到它，不起作用',
    'the group 「{name}」 has no cap, and nothing names it: it does nothing',
    '写上「上限」，或在「要求」里用到它，或删去',
    'give it a cap, name it in a requirement, or delete it',
  ),
  CME719: words(
    'warning',
    '类别「{name}」里没有条目，也没有「开放」给下级，不起作用',
    'the category 「{name}」 has no items and is not opened to other files: it does nothing',
    '写上条目；留给下级文件的，写「开放 增补」',
    'write its items; if other files are to add them, write 开放 增补',
  ),
  CME720: words(
    'warning',
    '没有一条记录能满足「{words}」{clause}：该满足它的记录都不计分',
    'no record can satisfy 「{words}」{clause}: none of those that have to earns anything',
    '改正条件；本来就不给这些记录计分的，改写「适用」或授予的条件',
    'correct the condition; if these records are to earn nothing, say so in 适用 or in the condition of the award',
  ),
  // ---- more than comes through
  CME721: words(
    'warning',
    '「{words}」{clause}授予 {credits} 学分，而{owner}「{cap}」{capClause}至多计 {limit} 学分：{witness}',
    '「{words}」{clause} grants {credits} credits, and 「{cap}」{capClause} of {owner} lets {limit} through at most: {witness}',
    '核对两处的数；若条文就是这样写的，用「已知」说明理由',
    'compare both numbers; if the text has them so, say why by 已知',
  ),
  CME722: words(
    'warning',
    '{owner}「{words}」{clause}从不起作用：它管的记录合起来至多 {most} 学分，没有超过 {limit} 学分的时候',
    '「{words}」{clause} of {owner} never binds: what it is over comes to {most} credits at most, and never to more than {limit}',
    '核对两处的数；若条文就是这样写的，用「已知」说明理由',
    'compare the numbers; if the text has them so, say why by 已知',
  ),
  CME723: words(
    'warning',
    '{owner}「{words}」{clause}从不起作用：{capOwner}「{cap}」更低，管着同样的记录，至多计 {lower} 学分',
    '「{words}」{clause} of {owner} never matters: 「{cap}」 of {capOwner} is over the same records and lower, at {lower} credits',
    '核对两处的数；若条文就是这样写的，用「已知」说明理由',
    'compare the numbers; if the text has them so, say why by 已知',
  ),
  CME724: words(
    'warning',
    '{owner}「{words}」{clause}是零：它管的记录一分也不计',
    '「{words}」{clause} of {owner} is nothing: no record under it counts',
    '核对这个数；确实不计的，用「已知」说明理由',
    'check the number; if nothing is to count, say why by 已知',
  ),
  CME725: words(
    'warning',
    '「{words}」{clause}从不计分：它授予的总是零学分',
    '「{words}」{clause} never earns: what it grants is always nothing',
    '核对授予的数、单位和条件；确实不计的，用「已知」说明理由',
    'check the amount, the unit and the condition; if nothing is to be earned, say why by 已知',
  ),
  CME726: words(
    'info',
    '未穷尽：{caps} 个上限管着太多条目，没有逐个核对它们是否起作用',
    'not exhausted: {caps} caps are over so many items that it was not looked at whether each of them binds',
    '把规则分成几个文件，或自行核对',
    'part the rules into several files, or check by hand',
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
    '「{form}」{clause}的记录有的没有条目认领：{witness}',
    'some records of 「{form}」{clause} are of no item: {witness}',
    '补充条目，或用「已知」说明理由',
    'add an item, or say why not by 已知',
  ),
  CME733: words(
    'info',
    '条目「{name}」{clause}的授予表没有这样的行：{witness}',
    'the table of the item 「{name}」{clause} has no row for: {witness}',
    '补充一行，或用「已知」说明理由',
    'add a row, or say why not by 已知',
  ),
  CME734: words(
    'warning',
    '条目「{name}」{clause}的授予表在「{words}」之后有缺口：{witness}',
    'the table of the item 「{name}」{clause} has a gap behind 「{words}」: {witness}',
    '接上前后两行的数，或在最后补一行；若条文就是这样写的，用「已知」说明理由',
    'let the rows meet, or add a last one; if the text has them so, say why by 已知',
  ),
  // ---- what is accepted
  CME739: words(
    'info',
    '这里没有编号为 {code} 的检查结果，「已知」不起作用',
    'nothing here has the finding {code}, so that 已知 silences nothing',
    '删去这一行；错误不能用「已知」接受，要改正',
    'delete the line; an error cannot be accepted and has to be mended',
  ),
} as const;
