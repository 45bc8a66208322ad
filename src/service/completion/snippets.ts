// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what is to be filled in is written so.
/** Whole lines and sections to fill in, for the words that nobody remembers the rest of. */
import { type KeywordId, keywords } from '../../../grammar/keywords.ts';
import type { Said } from '../document.ts';
import type { Offer } from './item.ts';

const of = (name: Said, zh: string, en: string) => ({ name, zh, en });

const all: Partial<Record<KeywordId, readonly ReturnType<typeof of>[]>> = {
  award: [
    of(
      { zh: '授予 每 … 学分', en: 'award per …' },
      '授予 每 ${1:3} ${2:小时} ${3:1} 学分 当 ${4:参加者}',
      'award per ${1:3} ${2:hours} ${3:1} credits when ${4:participant}',
    ),
    of({ zh: '授予 … 学分', en: 'award … credits' }, '授予 ${1:2} 学分', 'award ${1:2} credits'),
  ],
  cap: [of({ zh: '上限 每年 …', en: 'cap per year …' }, '上限 每年 ${1:10} 学分', 'cap per year ${1:10} credits')],
  item: [
    of(
      { zh: '条目 …（一整节）', en: 'item … (a whole section)' },
      '条目 ${1:名称}\n  依据 ${2:第一条}\n  形式 ${3:形式}\n  授予 ${4:2} 学分\n',
      'item ${1:name}\n  clause ${2:1}\n  form ${3:form}\n  award ${4:2} credits\n',
    ),
  ],
  reading: [
    of(
      { zh: '口径 …（一整节）', en: 'reading … (a whole section)' },
      '口径 ${1:名称} ${2:code}\n  依据 ${3:第一条}\n  问题 「${4:怎么理解}」\n  选项 ${5:甲} ${6:a} 「${7:说明}」\n  选项 ${8:乙} ${9:b} 「${10:说明}」\n  采用 ${5:甲}\n',
      'reading ${1:name} ${2:code}\n  clause ${3:1}\n  question "${4:how is it read}"\n  option ${5:first} ${6:a} "${7:why}"\n  option ${8:second} ${9:b} "${10:why}"\n  adopt ${5:first}\n',
    ),
  ],
  example: [
    of(
      { zh: '用例 …（一整节）', en: 'example … (a whole section)' },
      '用例 「${1:说明}」\n  人员 ${2:医院}\n  活动 ${3:形式}\n  期望 ${4:2} 学分\n',
      'example "${1:what it shows}"\n  person ${2:hospital}\n  record ${3:form}\n  expect ${4:2} credits\n',
    ),
  ],
};

export const snippets = (id: KeywordId, language: 'zh' | 'en'): readonly Offer[] =>
  (all[id] ?? []).map(({ name, zh, en }) => ({
    text: name[language],
    snippet: language === 'zh' ? zh : en,
    kind: 'keyword',
    detail: { zh: '模板', en: 'template' },
    help: keywords[id].help,
    also: [keywords[id].zh, keywords[id].en],
  }));
