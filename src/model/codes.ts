/**
 * Every finding once: a stable code, its severity, and its words in Chinese and English. Sentences are for the rule
 * author: lower case in English, their words in 「」, one line, no names of our types; `help` says how to mend it.
 * Placeholders are `{name}`; a test holds that both languages use the same ones.
 *
 * Numbers: CME1xx reading the text, CME2xx names and layers, CME3xx the shape of sections and lines, CME4xx types, units
 * and values, CME5xx meaning, CME6xx caps that cannot be settled, CME7xx the deep check, CME9xx data.
 */
import { analysisCodes } from './codes/analysis.ts';
import { boundCodes } from './codes/bounds.ts';
import { citationCodes } from './codes/citations.ts';
import { dataCodes } from './codes/data.ts';
import { inputCodes } from './codes/input.ts';
import { meaningCodes } from './codes/meaning.ts';
import { syntaxCodes } from './codes/syntax.ts';
import { totalCodes } from './codes/totals.ts';
import type { Args, Lang, Severity, Words } from './codes/words.ts';

export type { Args, Bilingual, Lang, Phrase, Severity, Words } from './codes/words.ts';

export const codes = {
  ...syntaxCodes,
  ...boundCodes,
  ...meaningCodes,
  ...citationCodes,
  ...analysisCodes,
  ...totalCodes,
  ...dataCodes,
  ...inputCodes,
} as const satisfies Record<string, Words>;

export type CodeId = keyof typeof codes;

/** A code with the values of its placeholders. */
interface Found {
  readonly code: CodeId;
  readonly args: Args;
}

const words = (code: CodeId): Words => codes[code];

const fill = (template: string, args: Args, lang: Lang): string =>
  template.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = args[key] ?? '';
    return typeof value === 'string' ? value : value[lang];
  });

/** The sentence of a finding. */
export const messageOf = (found: Found, lang: Lang): string => fill(words(found.code)[lang], found.args, lang);

/** How to mend it, where the catalogue knows. */
export const helpOf = (found: Found, lang: Lang): string | undefined => {
  const help = words(found.code).help;
  return help && fill(help[lang], found.args, lang);
};

export const severityOf = (found: Pick<Found, 'code'>): Severity => words(found.code).severity;

export const isError = (found: Pick<Found, 'code'>): boolean => severityOf(found) === 'error';
