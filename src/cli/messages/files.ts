/** Files that are read and written. */
import type { Sentence } from './sentence.ts';

export const files = {
  fileMissing: {
    zh: '找不到文件「{file}」。请核对路径；当前文件夹是 {cwd}',
    en: 'there is no file 「{file}」. Check the path; the current folder is {cwd}',
  },
  fileIsFolder: {
    zh: '「{file}」是文件夹，这里需要一个文件',
    en: '「{file}」 is a folder; a file is needed here',
  },
  fileForbidden: { zh: '没有权限读写「{file}」', en: 'no permission to read or write 「{file}」' },
  fileHeld: {
    zh: '「{file}」正被别的程序占用（如 Excel），或者是只读的。请关掉它再试，或写到别处',
    en: 'another program (Excel, say) holds 「{file}」, or it is read-only. Close it and try again, or write elsewhere',
  },
  fileTooLarge: {
    zh: '「{file}」超过 2 GB，不能整个读入',
    en: '「{file}」 is larger than 2 GB and cannot be read whole',
  },
  fileFailed: { zh: '无法读写「{file}」：{why}', en: '「{file}」 cannot be read or written: {why}' },
  folderMissing: {
    zh: '找不到文件夹「{folder}」。请核对 --rules-dir 或路径',
    en: 'there is no folder 「{folder}」. Check --rules-dir, or the path',
  },
  outFolderMissing: {
    zh: '「{file}」写不了：没有文件夹「{folder}」。请先建好，或写到别处',
    en: '「{file}」 cannot be written: there is no folder 「{folder}」. Make it first, or write elsewhere',
  },
  rulesTooLarge: {
    zh: '规则文件「{file}」有 {size} KB，超过上限 1024 KB。这真是规则文件吗？请拆成几个文件',
    en: 'the rule file 「{file}」 has {size} KB, more than the 1024 KB allowed. Is it a rule file? Split it',
  },
  rulesNotText: {
    zh: '规则文件「{file}」读不出来：{why}',
    en: 'the rule file 「{file}」 cannot be read: {why}',
  },
  readAs: { zh: '{file} 按 {encoding} 编码读取', en: '{file} was read as {encoding}' },
} as const satisfies Record<string, Sentence>;
