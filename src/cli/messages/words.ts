/** Words that stand alone. */
import type { Sentence } from './sentence.ts';

export const words = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
  help: { zh: '怎么改', en: 'help' },
  also: { zh: '另见', en: 'see also' },
  didYouMean: { zh: '是不是「{name}」？', en: 'Did you mean 「{name}」?' },
  none: { zh: '（无）', en: '(none)' },
} as const satisfies Record<string, Sentence>;
