/** `cme check --source` and `--clauses`. */
import type { Sentence } from './sentence.ts';

export const source = {
  saveWithoutSource: {
    zh: '--save-source 要和 --source 一起用：先说明条文在哪个文件',
    en: '--save-source goes with --source, which says where the text is',
  },
  sourceOneRules: {
    zh: '--source 只能核对一个规则文件，这里有 {count} 个。请写明是哪一个，如 cme check hubei --source 条文.txt',
    en: '--source is compared with one rule file; here are {count}. Name it, such as cme check hubei --source text.txt',
  },
  cannotSaveGit: {
    zh: '--save-source 不能记在 git 里的旧版本「{file}」旁边',
    en: '--save-source cannot keep anything beside 「{file}」, which is in git',
  },
  sourceTooLarge: {
    zh: '条文「{file}」有 {size} MB，超过上限 8 MB。请只保留条文本身，存为纯文本',
    en: 'the text 「{file}」 has {size} MB, more than the 8 MB allowed. Keep the regulation itself, as plain text',
  },
  sourceNotText: {
    zh: '条文「{file}」读不出来：{why}条文应是纯文本（.txt，UTF-8 或 GB18030），Word 和 PDF 请先另存为纯文本',
    en: 'the text 「{file}」 cannot be read: {why} It must be plain text (.txt, UTF-8 or GB18030); save Word and PDF as that first',
  },
  sourceNoClauses: {
    zh: '在「{file}」里没有认出条款。条文里每一条应另起一行，如「第一条 ……」',
    en: 'no clauses were recognised in 「{file}」. Each clause of the text begins a line, such as 「第一条 …」',
  },
  sourceCompared: { zh: '已与条文 {file} 核对（{count} 条）', en: 'compared with {file} ({count} clauses)' },
  sourceComparedWithKept: {
    zh: '已与条文 {file} 核对（{count} 条），并与上次记下的 {kept} 比较',
    en: 'compared with {file} ({count} clauses), and with what {kept} kept of it',
  },
  sourceSaved: {
    zh: '已记下各条的指纹：{file}（不含条文；下次 --source 时用来找出改过的条文）',
    en: 'a mark of each clause is kept in {file}, without its words; the next --source tells what has changed',
  },
  marksBroken: {
    zh: '「{file}」不是 --save-source 写的文件，无法比较。请恢复或删去它，再用 --save-source 重新记下',
    en: '「{file}」 is not what --save-source writes. Restore or delete it, then keep the text again by --save-source',
  },
  clausesFormat: {
    zh: '--clauses 只用于 --format text 和 json',
    en: '--clauses goes with --format text and json only',
  },
  clause: { zh: '条款', en: 'clause' },
  clauseState: { zh: '处理', en: 'state' },
  clauseExamples: { zh: '用例', en: 'examples' },
  clauseBy: { zh: '规则或理由', en: 'rules, or the reason' },
  clauseEncoded: { zh: '有规则', en: 'encoded' },
  clauseWithin: { zh: '规则在下级', en: 'within it' },
  clauseUncomputed: { zh: '不计算', en: 'not computed' },
  clauseAround: { zh: '只引上级', en: 'around it' },
  clauseOpen: { zh: '没有处理', en: 'open' },
  clauseUnregistered: { zh: '{clause}（未登记）', en: '{clause} (not registered)' },
  clauseSection: { zh: '{line} 行 {words}', en: 'line {line} {words}' },
  clauseMore: { zh: '另有 {count} 节', en: '{count} more' },
} as const satisfies Record<string, Sentence>;
