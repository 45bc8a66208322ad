/** The keyword part of the reference page: every keyword with its spellings, its sentence, and a line that shows it. */
import { type Colour, type KeywordId, keywords, type Place } from '../../grammar/keywords.ts';
import { sectionLines } from '../../grammar/sections.ts';
import type { LineKind, SectionKind } from '../../src/model/ast.ts';
import type { Example, Shown } from './examples.ts';
import { shown as preferred } from './shown.ts';
import { find, lineText, oneLine, sectionText } from './snippets.ts';

export interface Entry {
  readonly id: KeywordId;
  readonly example: Example;
  readonly shown: Shown;
}

const ids = Object.keys(keywords) as KeywordId[];

/** An entry for each keyword. Every one without an example is named, and so is one without a sentence. */
export const entriesOf = (examples: readonly Example[]): ReadonlyMap<KeywordId, Entry> => {
  const missing: string[] = [];
  const entries = new Map<KeywordId, Entry>();
  for (const id of ids) {
    const { zh, en, help } = keywords[id];
    if (help.zh === '' || help.en === '') missing.push(`${zh} ${en}: no help`);
    const entry = entryOf(id, examples);
    if (entry) entries.set(id, entry);
    else missing.push(`${zh} ${en}: no example`);
  }
  if (missing.length > 0) throw new Error(`keywords that the reference page cannot show:\n  ${missing.join('\n  ')}`);
  return entries;
};

const entryOf = (id: KeywordId, examples: readonly Example[]): Entry | undefined => {
  const all = examples.flatMap((example) =>
    example.shows.filter(({ words }) => words.has(id)).map((shown) => ({ example, shown })),
  );
  const wish = preferred[id];
  if (!wish) return all[0] && { id, ...all[0] };
  const [file, beginning] = wish;
  const example = examples.find(({ name }) => name === file);
  if (!example) throw new Error(`scripts/docs/shown.ts: there is no example file ${file}`);
  const candidates = { ...example, shows: example.shows.filter(({ words }) => words.has(id)) };
  return { id, example, shown: find(candidates, beginning) };
};

const heading = (id: KeywordId): string => `### ${keywords[id].zh} \`${keywords[id].en}\``;

const place = ({ example }: Entry, at: number): string =>
  `[${example.name} 第 ${at} 行](examples/${example.name}#L${at})`;

const block = (text: string): string => `\`\`\`cme\n${text}\n\`\`\``;

const lineWord = (kind: LineKind): KeywordId => {
  if (kind === 'minimum') return 'per';
  if (kind === 'since') return 'prorate';
  if (kind === 'exampleAdopt') return 'adopt';
  return kind as KeywordId;
};

const takes = (id: KeywordId): string => {
  const kinds = sectionLines[id as SectionKind].filter((kind) => kind !== 'exampleTable' && kind !== 'broken');
  const words = kinds.map((kind) => keywords[lineWord(kind)].zh);
  const table = id === 'examples' ? '、一张表' : '';
  return `这一节里可以写：${words.join('、')}${table}。`;
};

const sentence = (id: KeywordId): string => `${keywords[id].help.zh.replace(/。$/, '')}。`;

/** Links to the headings of several keywords. */
const index = (of: readonly KeywordId[]): string =>
  of.map((id) => `[${keywords[id].zh}](#${keywords[id].zh}-${keywords[id].en})`).join(' · ');

const openers = (...places: readonly Place[]): readonly KeywordId[] =>
  ids.filter((id) => places.includes(keywords[id].place));

/** Sections, each with a whole section as its example. */
export const sectionWords = (entries: ReadonlyMap<KeywordId, Entry>): string => {
  const all = openers('section');
  const parts = all.map((id) => {
    const entry = entries.get(id) as Entry;
    const text = sectionText(entry.example, entry.shown);
    return `${heading(id)}\n\n${sentence(id)}${takes(id)}\n\n${block(text)}\n\n出处：${place(entry, entry.shown.at)}`;
  });
  return [index(all), ...parts].join('\n\n');
};

/** Words that open a line, each under the head of a section. */
export const lineWords = (entries: ReadonlyMap<KeywordId, Entry>): string => {
  const all = openers('line', 'both');
  const parts = all.map((id) => {
    const entry = entries.get(id) as Entry;
    return `${heading(id)}\n\n${sentence(id)}\n\n${block(lineText(entry.example, entry.shown))}\n\n出处：${place(entry, entry.shown.at)}`;
  });
  return [index(all), ...parts].join('\n\n');
};

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** Words within a line, of one colour, as a table; 周期 stands among the spans too. */
export const innerWords = (entries: ReadonlyMap<KeywordId, Entry>, colour: Colour): string => {
  const rows = ids
    .filter((id) => keywords[id].colour === colour && (keywords[id].place === 'inner' || colour === 'span'))
    .map((id) => {
      const entry = entries.get(id) as Entry;
      const { zh, en } = keywords[id];
      const { text, at } = oneLine(entry.example, entry.shown, zh);
      return `| ${zh} | \`${en}\` | ${cell(sentence(id))} | \`${cell(text)}\`<br>${place(entry, at)} |`;
    });
  return ['| 词 | 英文 | 意思 | 例子 |', '|---|---|---|---|', ...rows].join('\n');
};
