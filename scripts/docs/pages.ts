/** Every page that is made, wholly or in part. */
import { readFileSync } from 'node:fs';
import { languagePage } from './language.ts';
import { remade } from './parts.ts';

export interface Page {
  /** From the root. */
  readonly path: string;
  readonly make: () => Promise<string> | string;
}

/** A page of the project as it stands. */
export const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const partly = (path: string): Page => ({ path, make: () => remade(read(path)) });

export const pages: readonly Page[] = [
  { path: 'docs/language.zh-CN.md', make: languagePage },
  partly('README.md'),
  partly('README.zh-CN.md'),
];
