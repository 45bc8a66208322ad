/** `cme conform`. */
import type { Sentence } from './sentence.ts';

export const conform = {
  noBaseline: {
    zh: '「{name}」没有上位规则，没有可对照的。请用「上位」写明它依据哪一份',
    en: '「{name}」 stands on no baseline, so that there is nothing to hold it against. Name one with 上位',
  },
  conformSummary: {
    zh: '{province} 对照 {baseline}：不允许的 {refused} 处，允许的差别 {granted} 处，一致的 {same} 处',
    en: '{province} against {baseline}: {refused} not allowed, {granted} differences that are, {same} the same',
  },
  conformRefused: { zh: '一、不允许的', en: '1. Not allowed' },
  conformGranted: { zh: '二、允许的差别', en: '2. Differences that are allowed' },
  conformNoted: { zh: '三、结果一致，换一种口径就不一致的', en: '3. The same, but not under another reading' },
  conformSilent: {
    zh: '另有 {count} 处差别不影响结果（口径、字段、提示和采用的口径下不起作用的行），--all 可逐处列出',
    en: '{count} more with no effect (readings, fields, notices, and lines that do nothing under the readings adopted); --all lists them',
  },
  conformSide: { zh: '{name}：{line}', en: '{name}: {line}' },
  conformWith: { zh: '{word}（{effect}）', en: '{word} ({effect})' },
  conformResults: {
    zh: '这一处照{baseline}：{before}；照{province}：{after}',
    en: 'here as in {baseline}: {before}; as in {province}: {after}',
  },
  relation_added: { zh: '增加', en: 'added' },
  relation_missing: { zh: '缺少', en: 'missing' },
  refused_stricter: {
    zh: '{baseline}在这一节没有写「开放 从严」或「开放 自定」，不能收紧',
    en: '{baseline} has neither 开放 从严 nor 开放 自定 in this section, so it may not be made stricter',
  },
  refused_looser: {
    zh: '{baseline}在这一节没有写「开放 自定」，不能放宽',
    en: '{baseline} has no 开放 自定 in this section, so it may not be made looser',
  },
  refused_added: {
    zh: '{baseline}没有为它写「开放 增补」或「开放 自定」（行看所在的节，条目看所在的类别，整节看规则一节），不能增加',
    en: '{baseline} has neither 开放 增补 nor 开放 自定 for it (of its section for a line, of its 类别 for a 条目, of 规则 for a whole section), so it may not be added',
  },
  refused_missing: {
    zh: '{baseline}在这一节没有写「开放 自定」，不能去掉',
    en: '{baseline} has no 开放 自定 in this section, so it may not be left out',
  },
  note_mixed: { zh: '有人得益，也有人受损', en: 'somebody gains and somebody loses' },
  note_unknown: {
    zh: '没能全部判定对结果的影响，请人工核对',
    en: 'its effect could not be settled in every respect: look at it yourself',
  },
  conformHeld: { zh: '按放宽看待', en: 'it is held to be looser' },
  note_alone: {
    zh: '单看上位规则：与别的条目合看时分不出是哪一条的影响',
    en: 'seen within the baseline alone: beside the other items it cannot be told whose effect it is',
  },
  note_reading: {
    zh: '口径「{reading}」采用「{option}」时：{effect}',
    en: 'with {option} for the reading {reading}: {effect}',
  },
} as const satisfies Record<string, Sentence>;
