import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findings, readCases } from './caseFile.ts';

const folder = new URL('../cases/grammar/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.case'));

describe.each(files)('%s', (name) => {
  const { names, cases } = readCases(readFileSync(new URL(name, folder), 'utf8'));
  test.each(cases)('$title', ({ input, expected }) => {
    expect(findings(input, names)).toBe(expected);
  });
});
