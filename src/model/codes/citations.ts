/** Findings about clauses. */
import type { Words } from './words.ts';

const warning = (zh: string, en: string, helpZh: string, helpEn: string): Words => ({
  severity: 'warning',
  zh,
  en,
  help: { zh: helpZh, en: helpEn },
});

/** Of the register by itself. */
export const registerCodes = {
  CME368: warning(
    '「条款」登记不连续：缺{missing}',
    'the register 条款 has a gap: {missing} is missing',
    '补上登记；这一条若已删去，在旁边用注释说明',
    'register it; where the regulation has dropped it, say so in a comment',
  ),
  CME369: warning(
    '「条款」登记的次序不对：「{name}」排在「{before}」之后',
    'the register 条款 is out of order: 「{name}」 stands after 「{before}」',
    '从前往后排；范围写作「第一条～第九条」',
    'list clauses from the first to the last; a range reads 第一条～第九条',
  ),
  CME370: warning('条款「{name}」登记了两次', 'the clause 「{name}」 is registered twice', '只留一处', 'keep one'),
} as const satisfies Record<string, Words>;

/** Of a rule file beside the text of the regulation: looked for only where the text is given. */
export const sourceCodes = {
  CME371: warning(
    '条文里没有「{name}」{nearest}',
    'the regulation has no 「{name}」{nearest}',
    '核对条文的编号，改正引用',
    'compare the numbers of the text, and correct the citation',
  ),
  CME372: warning(
    '「{name}」里没有「{number}」{where}；条文是：{text}',
    '「{number}」 does not stand in 「{name}」{where}; the text says: {text}',
    '照条文改正这个数，或改正「依据」；条文确实没有写的，用「已知 CME372 「理由」」说明',
    'correct the number, or 依据; where the text does not say it, accept this by 已知 CME372 「reason」',
  ),
  CME373: warning(
    '条文里的「{name}」没有登记，也没有规则引用它：{text}',
    '「{name}」 of the regulation is neither registered nor cited by a rule: {text}',
    '登记到「条款」，再写规则，或写「不计算 {name} 「理由」」',
    'register it in 条款, and write rules for it or 不计算 {name} 「reason」',
  ),
  CME374: warning(
    '引文与「{name}」的条文不符；条文是：{text}',
    'the quotation does not stand in 「{name}」; the text says: {text}',
    '照条文抄录，中间略去的写「……」',
    'quote the text as it stands; …… stands for what is left out',
  ),
  CME375: warning(
    '「{name}」的条文与上次核对时不同：{text}',
    'the text of 「{name}」 is not what it was when last checked: {text}',
    '对照新条文检查这里的规则；核对完用 --save-source 记下',
    'compare these rules with the new text; then keep it by --save-source',
  ),
  CME376: warning(
    '「{name}」是上次核对之后新增的：{text}',
    '「{name}」 is new since the text was last checked: {text}',
    '登记并写规则，或写「不计算」；核对完用 --save-source 记下',
    'register it, and write rules for it or 不计算; then keep the text by --save-source',
  ),
  CME377: warning(
    '「{name}」在上次核对之后删去了',
    '「{name}」 has been dropped since the text was last checked',
    '删去或改写依据它的规则；核对完用 --save-source 记下',
    'drop or rewrite the rules that rest on it; then keep the text by --save-source',
  ),
  CME378: warning(
    '上次核对时的「{before}」现在是「{name}」',
    'what was 「{before}」 when last checked is 「{name}」 now',
    '改正引用的编号；核对完用 --save-source 记下',
    'correct the number in citations; then keep the text by --save-source',
  ),
  CME379: {
    severity: 'info',
    zh: '未穷尽：条文太长，只读了前 {count} 条',
    en: 'not exhaustive: the text is too long, and its first {count} clauses were read',
    help: {
      zh: '只保留条文本身，去掉附在后面的材料',
      en: 'keep the regulation itself, without what is appended to it',
    },
  },
} as const satisfies Record<string, Words>;

export const citationCodes = { ...registerCodes, ...sourceCodes } as const;
