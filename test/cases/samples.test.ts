import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile, format, messageOf, runExamples } from '../../src/index.ts';

const folder = join(import.meta.dirname, '../../rules/samples');

/** Complete schemes unlike the shipped one, each in one file. */
const schemes = readdirSync(folder).filter((file) => file.endsWith('.cme'));

describe.each(schemes)('rules/samples/%s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  const compiled = compile({ file, text }, { library: [] });

  test('has nothing to find and is formatted', () => {
    expect(compiled.diagnostics.map((found) => `${found.code} ${messageOf(found, 'zh')}`)).toEqual([]);
    expect(format(compiled.tree, text)).toBe(text);
  });

  test('has an example for every line, and each holds', () => {
    const { examples, coverage = [] } = runExamples(compiled, { coverage: true });
    expect(examples.filter(({ pass }) => !pass)).toEqual([]);
    expect(coverage.filter(({ covered }) => !covered).map(({ line, words }) => `${line} ${words}`)).toEqual([]);
  });
});
