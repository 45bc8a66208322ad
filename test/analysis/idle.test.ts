// What the deep check says does nothing does nothing: no roster at random sets it off. What it says is cut, is cut.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Finding } from '../../src/analysis/finding.ts';
import { Regions } from '../../src/analysis/regions.ts';
import { swallowed } from '../../src/analysis/swallowed.ts';
import { gaps, unclaimed } from '../../src/analysis/unclaimed.ts';
import { type Compiled, compile, evaluate, type RuleSource } from '../../src/index.ts';
import type { Plan } from '../../src/model/plan.ts';

const folder = join(import.meta.dirname, '../../rules');
const library: readonly RuleSource[] = readdirSync(folder)
  .filter((file) => file.endsWith('.cme'))
  .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
const shipped = (name: string): Compiled =>
  compile(library.find(({ file }) => file === name) as RuleSource, { library });

const planOf = ({ plan }: Compiled): Plan => {
  if (!plan) throw new Error('the file has errors');
  return plan;
};

/** The first record of the witness, as it comes out. */
const comesOut = (plan: Plan, { witness }: Finding) => {
  if (!witness) throw new Error('no witness');
  const { evaluation } = evaluate(plan, { year: witness.year, practitioners: [witness.person] });
  return evaluation.results[0]?.records[0];
};

const hubei = planOf(shipped('hubei.cme'));

test('the one award of Hubei above its cap is cut in its witness', () => {
  const found = swallowed(new Regions(hubei), hubei);
  expect(found.map(({ args }) => [args.credits, args.limit])).toEqual([['15', '10']]);
  for (const one of found) expect(comesOut(hubei, one)).toMatchObject({ raw: 15, credits: 10, reason: null });
});

test('what is left aside earns nothing in its witness, for no fault of its own', () => {
  const regions = new Regions(hubei);
  const found = [...unclaimed(regions, hubei), ...gaps(regions, hubei)];
  expect(found.map(({ code }) => code)).toEqual(['CME732', 'CME733', 'CME733', 'CME733']);
  for (const one of found) expect(comesOut(hubei, one)).toMatchObject({ raw: 0, reason: 'no_award' });
});

test('the shipped files have nothing that is not accepted', () => {
  expect(library.flatMap(({ file }) => shipped(file).diagnostics)).toEqual([]);
});
