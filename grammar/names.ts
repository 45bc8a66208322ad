/** Where names are declared: labels and codes there are taken whole, and make up the vocabulary that splits other runs. */
import type { IToken } from 'chevrotain';
import { half, isLatinWord } from './characters.ts';
import { type KeywordId, keywords } from './keywords.ts';
import type { LogicalLine } from './lines.ts';
import { Enumeration, Quoted, Run } from './tokens.ts';
import { Dictionary } from './words.ts';

const declaring: ReadonlySet<KeywordId> = new Set<KeywordId>([
  'rules',
  'personField',
  'recordField',
  'option',
  'reading',
  'category',
  'item',
  'group',
  'require',
]);
/** Lines that choose: every run in them is taken whole. 上位 names a file, not a word of it. */
const choosing: ReadonlySet<KeywordId> = new Set<KeywordId>(['adopt', 'under']);

export type Role = 'label' | 'code' | 'whole';

const types: readonly KeywordId[] = ['text', 'yesno', 'whole', 'decimal', 'date', 'yearType'];
const typesEn = new Set<string>(types.map((id) => keywords[id].en));
const beginsType = (token: IToken | undefined): boolean => {
  if (token?.tokenType !== Run) return false;
  const run = half(token.image);
  return typesEn.has(run) || types.some((id) => run.startsWith(keywords[id].zh));
};
const beginsWord = (token: IToken | undefined, id: KeywordId): boolean => {
  if (token?.tokenType !== Run) return false;
  const run = half(token.image);
  return run === keywords[id].en || run.startsWith(keywords[id].zh);
};

/**
 * Whether a Latin word right after a label is the label's code. It is, however it is spelt, but for `version` and
 * `default` in their places, and for a type that no other type follows.
 */
const isCode = (word: KeywordId, tokens: readonly IToken[], at: number): boolean => {
  const token = tokens[at];
  if (token?.tokenType !== Run) return false;
  const run = half(token.image);
  if (!isLatinWord(run)) return false;
  const next = tokens[at + 1];
  if (word === 'rules') return run !== keywords.version.en || beginsWord(next, 'version');
  if (word !== 'personField' && word !== 'recordField') return true;
  if (run === keywords.default.en) return beginsType(next) || beginsWord(next, 'default');
  return !typesEn.has(run) || beginsType(next);
};

const none: ReadonlyMap<number, Role> = new Map();

/** Which tokens of a line are taken whole, and what they declare. */
export const rolesOf = ({ word, tokens }: LogicalLine): ReadonlyMap<number, Role> => {
  if (!word) return none;
  if (choosing.has(word.id)) return new Map(tokens.map((_, at) => [at, 'whole'] as const));
  if (!declaring.has(word.id)) return none;
  const roles = new Map<number, Role>();
  tokens.forEach((token, at) => {
    const starts = at === 0 || (word.id === 'option' && tokens[at - 1]?.tokenType === Enumeration);
    if (!starts || (token.tokenType !== Run && token.tokenType !== Quoted)) return;
    roles.set(at, 'label');
    if (isCode(word.id, tokens, at + 1)) roles.set(at + 1, 'code');
  });
  return roles;
};

/** What stands between a quotation's marks. */
export const unquoted = (image: string): string =>
  image.slice(1, image.length > 1 && /[」”"＂]$/.test(image) ? -1 : undefined);

const nameOf = (token: IToken): string => (token.tokenType === Quoted ? unquoted(token.image) : half(token.image));

const wordsAlone = new Dictionary(new Set(), false);
/** An option such as 按次 is no word of the vocabulary: it would take 按 and 次 away from every other line. */
const isMadeOfWords = (name: string): boolean => wordsAlone.split(name).kind !== 'name';

/** The labels and codes that lines declare, options made of words alone left out. */
export const declaredIn = (lines: readonly LogicalLine[]): Set<string> => {
  const names = new Set<string>();
  for (const line of lines) {
    for (const at of rolesOf(line).keys()) {
      if (line.word && choosing.has(line.word.id)) break;
      const name = nameOf(line.tokens[at] as IToken);
      if (name !== '' && !(line.word?.id === 'option' && isMadeOfWords(name))) names.add(name);
    }
  }
  return names;
};

/** Whether an option's name may stand in other lines without its quotation marks. */
export const isPlainOption = (name: string): boolean => !isMadeOfWords(name);
