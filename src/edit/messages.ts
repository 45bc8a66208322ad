/** What gestures on tables are answered with, in Chinese and English. Placeholders are `{name}`. */
import type { Bilingual, Lang } from '../model/codes.ts';

export const editMessages = {
  // ---- why a gesture is refused
  goneAway: { zh: '这一行已经不在了，请在表里重新选', en: 'this row is gone; choose it again in the table' },
  stale: {
    zh: '第 {line} 行还没写完，表格显示的是上一次有效内容；请先在文本里写完这一行',
    en: 'line {line} is not finished, and the table shows what it said before; finish it in the text first',
  },
  switchedOff: { zh: '这一行已停用，恢复后才能修改', en: 'this row is switched off; switch it on to change it' },
  readOnly: { zh: '这一格不能在表里改，请到文本里改', en: 'this cell cannot be changed here; change it in the text' },
  noCell: { zh: '这一行没有这一格', en: 'the row has no such cell' },
  changedSince: {
    zh: '这一格刚才已经改成「{now}」，请看过再改',
    en: 'the cell says 「{now}」 by now; look at it before you change it',
  },
  mustStay: {
    zh: '这一格不能为空；不要整行时请用「删除」',
    en: 'the cell cannot be empty; to take away the row, delete it',
  },
  commentWithin: {
    zh: '这里夹着备注，删掉会一并丢失；请到文本里改',
    en: 'a remark stands within, and would be lost; change it in the text',
  },
  wouldNotRead: {
    zh: '「{value}」写在这里读不通，没有改动',
    en: '「{value}」 could not be read here; nothing was changed',
  },
  wouldBreak: { zh: '这样改会使规则读不通，没有改动', en: 'the rules could not be read then; nothing was changed' },
  wantsNumber: {
    zh: '这里要填数，如 10 或 0.5，不是「{value}」',
    en: 'a number goes here, as 10 or 0.5, not 「{value}」',
  },
  wantsWhole: { zh: '这里要填整数，不是「{value}」', en: 'a whole number goes here, not 「{value}」' },
  wantsRatio: {
    zh: '这里要填比例，如 20% 或 2/3，不是「{value}」',
    en: 'a share goes here, as 20% or 2/3, not 「{value}」',
  },
  wantsDate: {
    zh: '这里要填日期，如 2025-09-10，不是「{value}」',
    en: 'a date goes here, as 2025-09-10, not 「{value}」',
  },
  wantsName: { zh: '请填名称', en: 'a name goes here' },
  wantsText: { zh: '请填文字', en: 'a text goes here' },
  wantsSome: { zh: '至少选一项', en: 'choose one at least' },
  notInList: { zh: '没有「{value}」这一项，请从列表里选', en: 'there is no 「{value}」; choose from the list' },
  hasBar: { zh: '表格的格子里不能有竖线', en: 'a cell of a table cannot hold a bar' },
  fromBaseline: {
    zh: '「{name}」是上位规则定的名称，这里不能改',
    en: '「{name}」 is a name that the baseline gives; it cannot be changed here',
  },
  nameTaken: { zh: '已经有「{name}」，请换一个名称', en: '「{name}」 is taken; choose another name' },
  notPlain: {
    zh: '这个条件不是几项同时满足的样子，请到文本里改',
    en: 'the condition is no plain list of things that all hold; change it in the text',
  },
  lastChip: {
    zh: '这一行至少要有一个条件；不要整行时请用「删除」',
    en: 'the row needs one condition at least; to take away the row, delete it',
  },
  lastRow: {
    zh: '表里至少要有一行；不要整张表时请删除表',
    en: 'a table needs one row at least; to take it away, delete the table',
  },
  lastColumn: {
    zh: '表里至少要有一列条件',
    en: 'the table needs one column of conditions at least',
  },
  onlyOne: { zh: '这一节只能有一个，不能复制', en: 'there can be one such section only; it cannot be copied' },
  cannotMove: { zh: '已经到头，不能再移', en: 'it cannot go further' },
  notHere: { zh: '不能放在这里', en: 'it cannot go there' },
  headerStays: { zh: '文件开头的「规则」不能删除、停用或移动', en: 'the header of the file stays where it is' },
  notOff: { zh: '这一行没有停用', en: 'the row is not switched off' },
  needsCategory: { zh: '条目要放在某个类别下', en: 'an item goes into a category' },
  noTable: { zh: '这里没有表格', en: 'there is no table here' },
  noField: { zh: '没有「{name}」这个字段', en: 'there is no field 「{name}」' },
  nothingToPaste: { zh: '剪贴板里没有可以粘贴的内容', en: 'there is nothing to paste' },

  // ---- why a cell of a paste was not taken
  beyondColumns: { zh: '超出表格的列，没有粘贴', en: 'there is no such column; it was not pasted' },
  emptyCell: { zh: '是空的，这一列不能为空', en: 'it is empty, and this column may not be' },

  // ---- what is asked first
  orphans: {
    zh: '上面的备注「{comment}」只管这里，删除后它会留在原处，不再对应任何规则。仍要删除吗？',
    en: 'the remark 「{comment}」 above speaks of this alone; it will stay, and speak of no rule. Delete all the same?',
  },
  withItems: {
    zh: '类别「{name}」下的 {count} 个条目会一并删除。仍要删除吗？',
    en: 'the {count} items of the category 「{name}」 go with it. Delete all the same?',
  },

  // ---- what was done
  set: { zh: '{where}：{before} → {after}', en: '{where}: {before} → {after}' },
  setIn: { zh: '{where}第 {line} 行：{before} → {after}', en: '{where}, line {line}: {before} → {after}' },
  tookAway: { zh: '{where}：去掉「{before}」', en: '{where}: took away 「{before}」' },
  tookAwayIn: { zh: '{where}第 {line} 行：去掉「{before}」', en: '{where}, line {line}: took away 「{before}」' },
  gained: { zh: '{where}：加上「{after}」', en: '{where}: added 「{after}」' },
  gainedIn: { zh: '{where}第 {line} 行：加上「{after}」', en: '{where}, line {line}: added 「{after}」' },
  added: { zh: '在「{where}」新增一行', en: 'added a row to 「{where}」' },
  addedSection: { zh: '新增「{name}」', en: 'added 「{name}」' },
  writtenHere: {
    zh: '在本文件写出「{name}」，取代上位规则的这一节',
    en: 'wrote 「{name}」 here, in place of the baseline’s',
  },
  deleted: { zh: '删除 {count} 处', en: 'deleted {count}' },
  duplicated: { zh: '复制「{name}」', en: 'copied 「{name}」' },
  moved: { zh: '移动「{name}」', en: 'moved 「{name}」' },
  disabled: { zh: '停用「{name}」', en: 'switched off 「{name}」' },
  enabled: { zh: '恢复「{name}」', en: 'switched on 「{name}」' },
  pasted: { zh: '粘贴 {count} 格', en: 'pasted {count} cells' },
  renamed: {
    zh: '「{before}」改名为「{after}」，共 {count} 处',
    en: '「{before}」 is now 「{after}」, in {count} places',
  },
  accepted: { zh: '{code} 记为已知', en: '{code} is known now' },
  formatted: { zh: '整理格式：{count} 处', en: 'formatted: {count} places' },
} as const satisfies Record<string, Bilingual>;

export type EditMessageId = keyof typeof editMessages;

export interface Said {
  readonly id: EditMessageId;
  readonly args: Readonly<Record<string, string>>;
}

export const say = (id: EditMessageId, args: Readonly<Record<string, string>> = {}): Said => ({ id, args });

export const editMessage = ({ id, args }: Said, lang: Lang): string =>
  editMessages[id][lang].replace(/\{(\w+)\}/g, (_, key: string) => args[key] ?? '');
