/** Words of the text pane. */
export const textWords = {
  restsOn: { zh: '依据', en: 'rests on ' },
  toClause: { zh: 'Ctrl＋单击：到「条款对照」看这一条', en: 'Ctrl+click: see this clause beside its rules' },
  notRenameable: {
    zh: '这里没有可以改名的名称：名称要在本文件里声明',
    en: 'no name to rename here: it has to be declared in this file',
  },
  textMovedOn: { zh: '文本已经改动，请再试一次', en: 'the text has changed: try again' },
  acceptFinding: { zh: '写明理由，不再提醒（已知 {code}）', en: 'Accept with a reason (accepted {code})' },
  reason: { zh: '理由', en: 'reason' },
  keywordsTo: { zh: '中 / En', en: '中 / En' },
  keywordsToEn: { zh: '把关键词改为英文', en: 'Keywords in English' },
  keywordsToZh: { zh: '把关键词改为中文', en: 'Keywords in Chinese' },
} as const;
