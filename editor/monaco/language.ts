/**
 * Colours for the text from the keyword table, word by word. It sees the spelling only: what a word means where it
 * stands, the service says later on top of it.
 */
import type * as Monaco from 'monaco-editor/editor';
import { type Keyword, keywords } from '../../src/index.ts';

export const languageId = 'cme';

const classes: Readonly<Record<Keyword['colour'], string>> = {
  section: 'keyword',
  line: 'keyword',
  operator: 'operator',
  connective: 'operator',
  unit: 'unit',
  span: 'operator',
  type: 'operator',
  constant: 'operator',
  rounding: 'operator',
};

/** A spelling of several keywords takes the class of the first: what opens a line comes first in the table. */
const spelt = (place: (one: Keyword) => boolean): Record<string, string> => {
  const found: Record<string, string> = Object.create(null);
  for (const one of Object.values(keywords) as Keyword[]) {
    if (!place(one)) continue;
    for (const spelling of [one.zh, one.en]) found[spelling] ??= classes[one.colour];
  }
  return found;
};

const HAN = '\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff';
const opening = spelt(({ place }) => place !== 'inner');
const inner = spelt(({ place }) => place === 'inner' || place === 'both');

export function registerLanguage(monaco: typeof Monaco): void {
  monaco.languages.register({ id: languageId, extensions: ['.cme'] });
  const cases = (table: Record<string, string>): Record<string, string> =>
    Object.fromEntries([...Object.entries(table), ['@default', 'identifier']]);
  const word = new RegExp(`[${HAN}]+|[A-Za-z_]\\w*`);
  monaco.languages.setMonarchTokensProvider(languageId, {
    defaultToken: '',
    tokenizer: {
      root: [
        [/[#＃].*$/, 'comment'],
        [new RegExp(`^(\\s*)([${HAN}]+|[A-Za-z_]\\w*)`), ['white', { cases: cases(opening) }]],
        [/「[^」]*」?|"[^"]*"?/, 'string'],
        [/[|｜]/, 'comment'],
        [/[0-9０-９]+(?:[.．][0-9０-９]+)?(?:-[0-9]{2}-[0-9]{2})?%?/, 'number'],
        [/>=|<=|[<>]/, 'operator'],
        [word, { cases: cases(inner) }],
      ],
    },
  });
}
