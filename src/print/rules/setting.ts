/** What every part of the printed rules asks for: the language, the readings as chosen, and where a section comes from. */

import type { Printing } from '../../language/construct.ts';
import { clauseOf } from '../../language/lower/source.ts';
import { printingIn, prose } from '../../language/prose.ts';
import type { Part } from '../../language/words.ts';
import type { Name, Section } from '../../model/ast.ts';
import type { Lang } from '../../model/codes.ts';
import type { From, ReadingEntry, ReadingOption } from '../../model/ruleset.ts';
import { type Say, sayIn } from '../words.ts';

export interface Setting {
  readonly lang: Lang;
  readonly say: Say;
  readonly p: Printing;
  readonly readings: readonly ReadingEntry[];
  /** Key of the option in force, by key of the reading. */
  readonly chosen: ReadonlyMap<string, string>;
  /** The entry; sections of other files are inherited. */
  readonly file: string;
  /** How each file is called: `国家 2024`. */
  readonly names: ReadonlyMap<string, string>;
}

export const settingFor = (lang: Lang, rest: Omit<Setting, 'lang' | 'say' | 'p'>): Setting => ({
  lang,
  say: sayIn(lang),
  p: printingIn(lang),
  ...rest,
});

/** `A、B` or `A, B`. */
export const listed = ({ lang }: Setting, parts: readonly string[]): string => parts.join(lang === 'zh' ? '、' : ', ');

/** Sentences that belong together. */
export const joined = ({ lang }: Setting, parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(lang === 'zh' ? '；' : '; ');

/** A part of a line in running text; one of a thing has no plural. */
export const told = ({ lang }: Setting, part: Part): string => {
  const text = prose(part, lang);
  return lang === 'en' ? text.replace(/^1 ([a-z]+)s$/, '1 $1') : text;
};

export const readingNamed = ({ readings }: Setting, name: Name): ReadingEntry | undefined =>
  readings.find(({ label, key }) => label === name.text || key === name.text);

export const inForce = ({ chosen }: Setting, reading: ReadingEntry): ReadingOption | undefined =>
  reading.options.find(({ key }) => key === (chosen.get(reading.key) ?? reading.adopted));

/** The clauses of a section, and the file that it is inherited from: what stands behind a heading. */
export const asideOf = (setting: Setting, { node, file }: From<Section>): string =>
  [clauseOf(node), inherited(setting, file)].filter(Boolean).join(setting.lang === 'zh' ? '　' : ' · ');

export const inherited = ({ file, names, say }: Setting, of: string): string | null =>
  of === file ? null : say('inherited', { name: names.get(of) ?? of });

/** For a cell of its own. */
export const clauseCell = (setting: Setting, from: From<Section>): string =>
  [clauseOf(from.node), inherited(setting, from.file)].filter(Boolean).join('\n') || setting.say('none');
