/** Findings of resolve, check and lower. See `codes.ts` for the manner. */
import type { Severity } from './words.ts';

const words = <S extends Severity>(severity: S, zh: string, en: string, helpZh?: string, helpEn?: string) => ({
  severity,
  zh,
  en,
  ...(helpZh !== undefined && helpEn !== undefined ? { help: { zh: helpZh, en: helpEn } } : {}),
});
const error = (zh: string, en: string, helpZh?: string, helpEn?: string) => words('error', zh, en, helpZh, helpEn);
const info = (zh: string, en: string, helpZh?: string, helpEn?: string) => words('info', zh, en, helpZh, helpEn);
const warning = (zh: string, en: string, helpZh?: string, helpEn?: string) => words('warning', zh, en, helpZh, helpEn);

export const meaningCodes = {
  // ---- names and layers
  CME201: error('没有名为「{name}」的{what}', 'there is no {what} named 「{name}」', '{hint}', '{hint}'),
  CME202: error(
    '{what}「{name}」重复声明',
    '{what} 「{name}」 is declared twice',
    '改用另一个名称，或删去其中一处',
    'use another name, or delete one of the two',
  ),
  CME203: error(
    '「{name}」是几个字段共有的值：{fields}',
    '「{name}」 is a value of several fields: {fields}',
    '写明字段，例如「{example}」',
    'name the field, for example 「{example}」',
  ),
  CME204: error(
    '找不到上位规则「{name}」（版本 {version}）；已在这些地方查找：{places}',
    'the baseline 「{name}」 (version {version}) was not found; looked in: {places}',
    '把上位规则文件放在本文件旁边或规则目录中，或改正「上位」一行；在此之前不检查名称',
    'put the baseline beside this file or in the rules folder, or correct the line 上位; names are not checked until then',
  ),
  CME205: error(
    '上位规则「{name}」只有版本 {found}，没有版本 {version}',
    'the baseline 「{name}」 exists in version {found}, not in version {version}',
    '改成现有的版本，或补上这一版本的文件',
    'write a version that exists, or add the file of this version',
  ),
  CME206: error(
    '上位规则循环：{chain}',
    'the baselines form a circle: {chain}',
    '删去其中一个文件的「上位」一行',
    'delete the line 上位 in one of the files',
  ),
  CME207: error(
    '字段「{name}」在上位规则中是{before}，这里不能改成{after}',
    'the field 「{name}」 is {before} in the baseline and cannot become {after} here',
    '字段只能增加选项；要不同的类型请另设字段',
    'a field may only gain options; declare another field for another type',
  ),
  CME208: error(
    '「不沿用」的{what}「{name}」在上位规则中不存在',
    'the {what} 「{name}」 that 不沿用 takes away does not exist in the baseline',
    '{hint}',
    '{hint}',
  ),
  CME209: warning(
    '名称「{name}」只有一个字，容易与别的词粘连',
    'the name 「{name}」 has one character and easily sticks to other words',
    '换一个两个字以上的名称',
    'use a name of two characters or more',
  ),
  CME210: error(
    '上位规则「{name}」本身有错误，先改正它',
    'the baseline 「{name}」 has errors itself; mend it first',
    '打开上位规则文件，按其中的提示改正',
    'open the baseline file and mend what it reports',
  ),
  // ---- shape
  CME350: error(
    '文件缺少「规则」一节',
    'the file has no section 规则',
    '在文件开头写：规则 名称 代码 版本 年份',
    'begin the file with: 规则 NAME CODE 版本 YEAR',
  ),
  CME351: error(
    '「{word}」一节只能有一个',
    'there may be only one section {word}',
    '把两处合并成一处',
    'join the two into one',
  ),
  CME352: error(
    '「{word}」在这一节里写了两次',
    'the line {word} stands twice in this section',
    '保留其中一行',
    'keep one of the two',
  ),
  CME353: error('{section}缺少「{word}」一行', '{section} has no line {word}', '补上这一行', 'add the line'),
  CME354: error(
    '条目「{name}」前面没有「类别」',
    'no 类别 stands before the item 「{name}」',
    '先写它所属的类别',
    'write the category that it belongs to first',
  ),
  CME355: warning(
    '条目「{name}」没有授予任何学分的行',
    'the item 「{name}」 has no line that grants credits',
    '写「授予」「授予表」或「视同完成」',
    'write 授予, 授予表 or 视同完成',
  ),
  CME360: error('列「{name}」重复', 'the column 「{name}」 stands twice', '删去其中一列', 'delete one of the two'),
  CME361: error(
    '口径「{name}」没有选项',
    'the reading 「{name}」 has no options',
    '每个选项写一行「选项」',
    'write a line 选项 for each option',
  ),
  CME362: warning(
    '条款「{name}」既没有被引用，也没有登记为不计算',
    'the clause 「{name}」 is neither cited nor registered as not computed',
    '在相应一节写「依据 {name}」，或写「不计算 {name} 「理由」」',
    'cite it by 依据 {name}, or write 不计算 {name} 「reason」',
  ),
  CME363: warning(
    '引用的条款「{name}」不在「条款」登记之中',
    'the cited clause 「{name}」 is not in the register 条款',
    '改正引用，或补充登记',
    'correct the citation, or add it to the register',
  ),
  CME364: warning(
    '「不计算」没有写明理由',
    'the line 不计算 gives no reason',
    '在后面用「」写上理由',
    'write the reason behind it in 「」',
  ),
  // ---- types, units, values
  CME401: error(
    '「{name}」是{type}，不能单独作条件',
    '「{name}」 is {type} and cannot stand as a condition by itself',
    '写成比较，例如「{example}」',
    'write a comparison, for example 「{example}」',
  ),
  CME402: error(
    '「{name}」是{type}，不能用「{op}」比较',
    '「{name}」 is {type} and cannot be compared by {op}',
    '{type}可用：{allowed}',
    'for {type} use: {allowed}',
  ),
  CME403: error('「{name}」没有「{value}」这个值', '「{name}」 has no value 「{value}」', '{hint}', '{hint}'),
  CME404: error(
    '单位不合：{expected}，这里写了{found}',
    'the units do not fit: expected {expected}, found {found}',
    '改用相同的单位，或用「换算」说明两者的关系',
    'use the same unit, or join the two by a line 换算',
  ),
  CME405: error(
    '没有字段以「{unit}」为单位，无法计量',
    'no field carries the unit {unit}, so nothing can be measured',
    '声明一个以它为单位的活动字段，或换一个单位',
    'declare a record field with this unit, or use another one',
  ),
  CME406: error(
    '以「{unit}」为单位的字段有几个：{fields}',
    'several fields carry the unit {unit}: {fields}',
    '在单位后写明字段，例如「每 2 {unit} {example} 1 学分」',
    'name the field behind the unit, for example 「每 2 {unit} {example} 1 学分」',
  ),
  CME407: error(
    '这里的数必须大于零',
    'the number here must be greater than zero',
    '改成大于零的数',
    'write a number greater than zero',
  ),
  CME408: error(
    '学分最多两位小数，「{value}」不能精确表示',
    'credits have at most two decimals; 「{value}」 is not a whole number of hundredths',
    '改成最多两位小数的数',
    'write at most two decimals',
  ),
  CME409: error(
    '没有「{date}」这一天',
    'there is no day {date}',
    '改正年月日，写成 2025-03-31 的形式',
    'correct the date; write it as 2025-03-31',
  ),
  CME410: error(
    '口径「{name}」不能代表{what}：选项「{option}」{found}',
    'the reading 「{name}」 cannot stand for {what}: its option 「{option}」 {found}',
    '给选项写上相应的值（= …），或在这里写具体的值',
    'give the option such a value (= …), or write the value itself here',
  ),
  CME411: error(
    '口径「{name}」没有选项「{option}」',
    'the reading 「{name}」 has no option 「{option}」',
    '{hint}',
    '{hint}',
  ),
  CME412: error('这里要的是{expected}，不是{found}', 'expected {expected} here, not {found}'),
  CME413: error(
    '「{name}」是活动字段，这里只能看人员',
    '「{name}」 is a record field; only the practitioner can be asked about here',
    '改用人员字段',
    'use a field of the practitioner',
  ),
  CME414: error('「{name}」是{type}，这里需要{expected}', '「{name}」 is {type}; {expected} is needed here'),
  CME415: error(
    '区间颠倒了：{from} 大于 {to}',
    'the range is upside down: {from} is greater than {to}',
    '小的写在前面',
    'write the smaller one first',
  ),
  CME416: error('「止于」早于「施行」', 'the date 止于 is before 施行', '改正其中一个日期', 'correct one of the dates'),
  CME417: error(
    '比例「{ratio}」没有意义：分母不能是零',
    'the ratio {ratio} makes no sense: its denominator is zero',
    '改成例如 2/3 或 20%',
    'write for example 2/3 or 20%',
  ),
  CME418: error(
    '数「{value}」太大，无法精确计算',
    'the number {value} is too large to be computed exactly',
    '改成较小的数',
    'write a smaller number',
  ),
  CME419: error(
    '本程序懂得的语言版本是 1，文件写的是 {version}',
    'this program knows version 1 of the language; the file says {version}',
    '改成「语言 1」，或使用更新的程序',
    'write 语言 1, or use a newer program',
  ),
  // ---- meaning
  CME501: error(
    '「累计」只能写在条目的「授予」「视同完成」里',
    '累计 may stand only in 授予 and 视同完成 of an item',
    '把条件移到条目的行里',
    'move the condition to a line of an item',
  ),
  CME502: error(
    '视同完成的 {credits} 学分高于本条目自己的上限 {limit} 学分',
    'the deemed {credits} credits exceed the cap of {limit} of the same item',
    '提高上限，或降低视同完成的学分',
    'raise the cap, or lower the deemed credits',
  ),
  CME503: error(
    '两行要求说的是同一件事：{words}',
    'two lines of the requirement speak of the same thing: {words}',
    '删去其中一行，或写明不同的对象',
    'delete one of them, or give them different subjects',
  ),
  CME504: error(
    '例子里的「{name}」不是这里的字段或值',
    '「{name}」 in the example is neither a field nor a value here',
    '{hint}',
    '{hint}',
  ),
  CME505: error(
    '用例没有写「期望」',
    'the example has no line 期望',
    '写上期望的学分或结论，例如：期望 10 学分，未达标',
    'write what is expected, for example: 期望 10 学分，未达标',
  ),
  CME506: error(
    '「采用」的选项「{option}」不在选项之中',
    'the adopted option 「{option}」 is not among the options',
    '{hint}',
    '{hint}',
  ),
  CME507: error(
    '「每周期」「按周期」要先在「规则」一节写明「周期」',
    '周期 is spoken of, but the section 规则 has no line 周期',
    '在「规则」一节加一行，例如：周期 5 年',
    'add a line to the section 规则, for example: 周期 5 年',
  ),
  CME508: error(
    '周期的年数要写 1 到 {most} 的整数',
    'a cycle has a whole number of years from 1 to {most}',
    '例如：周期 5 年',
    'for example: 周期 5 年',
  ),
  CME509: warning(
    '没有编号为「{code}」的检查，「已知」不起作用',
    'no finding has the code 「{code}」, so 已知 silences nothing',
    '照提示里的编号写，例如 CME362',
    'write the code that a finding shows, for example CME362',
  ),
  // ---- what no order of cutting settles
  CME601: error(
    '这些上限三三交叉，不能分成两组各自嵌套的上限，无法计算：{caps}',
    'of these caps three cross one another, so that they do not fall into two families of nested ones: {caps}',
    '改写其中一个，使它包含另一个，或与它不相干',
    'write one of them so that it holds another, or shares no record with it',
  ),
  CME602: info(
    '这些上限互相交叉：{caps}；按它们合起来允许的最多计，同样多时保留较早的记录',
    'these caps cross: {caps}; what counts is the most that they allow together, and of equal ways the earlier records stay',
    '若不是这个意思，改写成一个包含另一个的上限',
    'if this is not meant, write them so that one lies within the other',
  ),
  CME603: info(
    '{caps} 既管「{subject}」的记录，也管别的记录：被截去的是哪条记录，会影响这项要求是否达到',
    '{caps}: over records of 「{subject}」 and over others, so that which of them is cut may decide whether this requirement is met',
    '截去总是从最晚的记录开始；若不是这个意思，请把上限分开写',
    'the latest records are cut first; if this is not meant, write a cap for each',
  ),
} as const;
