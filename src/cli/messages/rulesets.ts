/** Which rules are meant. */
import type { Sentence } from './sentence.ts';

export const rulesets = {
  noRuleFiles: {
    zh: '在 {folder} 里没有规则文件（.cme）。请指定文件，或用 --rules-dir 指定文件夹',
    en: 'there are no rule files (.cme) in {folder}. Name a file, or a folder with --rules-dir',
  },
  ruleSetUnknown: {
    zh: '没有叫「{name}」的规则，也没有这个文件。{suggestion}在 {folders} 里找到：{found}',
    en: 'there is no rule set or file 「{name}」. {suggestion}Found in {folders}: {found}',
  },
  noneInForce: {
    zh: '「{name}」在 {year} 年 12 月 31 日没有施行中的版本。找到：{found}。可直接写文件路径来使用其中之一',
    en: 'no version of 「{name}」 is in force on 31 December {year}. Found: {found}. Name one by its path to use it anyway',
  },
  ruleSetTwice: {
    zh: '「{code}」版本 {version} 有两个文件：{first} 与 {second}。请写文件路径，或改正其中一个的版本',
    en: 'two files are 「{code}」 version {version}: {first} and {second}. Name one by its path, or mend its version',
  },
  versionUnknown: {
    zh: '「{name}」没有版本或年度「{version}」。找到：{found}',
    en: '「{name}」 has no version or year 「{version}」. Found: {found}',
  },
  notInForce: {
    zh: '{file}（自 {effective} 施行）不是 {year} 年 12 月 31 日施行中的版本，仍按要求使用',
    en: '{file} (effective {effective}) is not the version in force on 31 December {year}; it is used as asked',
  },
  gitMissing: {
    zh: '「{name}」要从 git 读取，但没有 git 命令。请先安装 git',
    en: '「{name}」 is to be read from git, but there is no git command. Install git',
  },
  gitFailed: {
    zh: '从 git 读不到「{name}」：{why}。写法是 版本:从仓库根起的路径，如 HEAD~1:rules/hubei.cme',
    en: '「{name}」 cannot be read from git: {why}. Write REV:path-from-the-root, such as HEAD~1:rules/hubei.cme',
  },
  readingUnknown: {
    zh: '--set：没有叫「{name}」的口径。{suggestion}可设：{known}',
    en: '--set: there is no reading 「{name}」. {suggestion}There are: {known}',
  },
  optionUnknown: {
    zh: '--set：口径「{reading}」没有选项「{name}」。{suggestion}可选：{known}',
    en: '--set: reading 「{reading}」 has no option 「{name}」. {suggestion}There are: {known}',
  },
  setMalformed: {
    zh: '--set「{text}」应写作 口径=选项，如 --set partial_unit=prorate',
    en: '--set 「{text}」 must read READING=OPTION, such as --set partial_unit=prorate',
  },
  setTwice: { zh: '--set：口径「{name}」设了两次', en: '--set: reading 「{name}」 is set twice' },
} as const satisfies Record<string, Sentence>;
