/** Every word on the screens, in Chinese and English, one record an area. Placeholders are `{name}`. */
import type { Lang } from '../../src/index.ts';
import { acrossWords } from './across.ts';
import { clauseWords } from './clauses.ts';
import { compareWords } from './compare.ts';
import { editWords } from './edit.ts';
import { exampleWords } from './examples.ts';
import { explainWords } from './explain.ts';
import { flowWords } from './flow.ts';
import { frameWords } from './frame.ts';
import { helpWords } from './help.ts';
import { keepWords } from './keep.ts';
import { problemWords } from './problems.ts';
import { releaseWords } from './release.ts';
import { rosterWords } from './roster.ts';
import { sheetWords } from './sheets.ts';
import { startWords } from './start.ts';
import { textWords } from './text.ts';

export const words = {
  ...frameWords,
  ...startWords,
  ...helpWords,
  ...keepWords,
  ...editWords,
  ...sheetWords,
  ...textWords,
  ...explainWords,
  ...flowWords,
  ...problemWords,
  ...clauseWords,
  ...exampleWords,
  ...rosterWords,
  ...releaseWords,
  ...acrossWords,
  ...compareWords,
} as const satisfies Record<string, Readonly<Record<Lang, string>>>;

export type WordId = keyof typeof words;
export type Args = Readonly<Record<string, string | number>>;

export const said = (id: WordId, lang: Lang, args: Args = {}): string =>
  words[id][lang].replace(/\{(\w+)\}/g, (_, key: string) => String(args[key] ?? ''));
