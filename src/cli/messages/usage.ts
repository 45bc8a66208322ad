/** How a command is to be used, and what went wrong within. */
import type { Sentence } from './sentence.ts';

export const usage = {
  unknownCommand: {
    zh: '没有「{name}」这个命令。{suggestion}命令有：{known}',
    en: 'there is no command 「{name}」. {suggestion}There are: {known}',
  },
  unknownOption: {
    zh: '没有「{name}」这个选项。{suggestion}{see}',
    en: 'there is no option 「{name}」. {suggestion}{see}',
  },
  missingArgument: { zh: '缺少参数 {name}（{what}）。{see}', en: 'argument {name} is missing ({what}). {see}' },
  missingValue: { zh: '选项 {name} 后面要写值。{see}', en: 'option {name} needs a value. {see}' },
  missingOption: { zh: '必须给出 {name}。{see}', en: '{name} must be given. {see}' },
  invalidValue: {
    zh: '「{value}」不能用于 {name}，可用：{known}。{see}',
    en: '「{value}」 is no value for {name}; there are: {known}. {see}',
  },
  tooMany: { zh: '参数太多：{names}。{see}', en: 'too many arguments: {names}. {see}' },
  missingCommand: {
    zh: '要做什么？命令有：{known}。用法见 cme --help',
    en: 'which command? There are: {known}. See cme --help',
  },
  usageProblem: { zh: '用法不对：{why}', en: 'wrong usage: {why}' },
  seeHelp: { zh: '用法见 {command} --help', en: 'See {command} --help' },
  bug: {
    zh: '程序出了内部错误：{why}。这不是您的错；设 CME_DEBUG=1 再运行一次，可看到报告所需的细节',
    en: 'an internal error: {why}. This is not your fault; run again with CME_DEBUG=1 for what a report needs',
  },
} as const satisfies Record<string, Sentence>;
