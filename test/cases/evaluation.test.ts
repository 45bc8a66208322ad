import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Compiled,
  compile,
  evaluate,
  describe as head,
  inForce,
  messageOf,
  type PersonResult,
  personOf,
  severityOf,
} from '../../src/index.ts';
import { type Check, type EvaluationCase, evaluationCases, type Rules, type Variant } from '../support/cases.ts';

const here = import.meta.dirname;
const shippedFolder = join(here, '../../rules');

const shipped = readdirSync(shippedFolder)
  .filter((file) => file.endsWith('.cme'))
  .map((file) => ({ file, text: readFileSync(join(shippedFolder, file), 'utf8') }));

const compiledOnce = new Map<string, Compiled | null>();

/** Null where no version of the rules is in force in the year. */
const rulesFor = (rules: Rules, year: number, readings: Readonly<Record<string, string>>): Compiled | null => {
  const key = JSON.stringify([rules, rules.texts.length > 1 ? year : 0, readings]);
  const known = compiledOnce.get(key);
  if (known !== undefined) return known;
  const library = rules.shipped ? shipped : rules.library;
  const all = rules.shipped
    ? shipped.filter(({ file }) => file === `${rules.shipped}.cme`)
    : rules.texts.map((text, i) => ({ file: `rules-${i + 1}.cme`, text }));
  const versions = all.map((source) => ({ source, ...(head(source) ?? { effective: null, until: null }) }));
  const entry = all.length > 1 ? inForce(versions, year)?.source : all[0];
  const compiled = entry ? compile(entry, { library, readings }) : null;
  compiledOnce.set(key, compiled);
  return compiled;
};

const resultOf = (one: EvaluationCase, { given }: Variant): PersonResult | null => {
  const { year: other, ...readings } = given;
  const year = Number(other ?? one.year);
  const compiled = rulesFor(one.rules, year, readings);
  if (!compiled) return null;
  // That caps cross, say, is told and is no fault.
  const faults = compiled.diagnostics.filter((found) => severityOf(found) !== 'info');
  expect(faults.map((found) => `${found.code} ${messageOf(found, 'en')}`)).toEqual([]);
  if (!compiled.plan) throw new Error('the rules have no plan');
  const { evaluation, findings } = evaluate(compiled.plan, {
    year,
    practitioners: [personOf({ ...one.person, records: one.records })],
  });
  const unknown = findings.filter(({ code }) => code === 'CME901').map((found) => messageOf(found, 'en'));
  expect(unknown, 'the case uses words that its rules do not declare').toEqual([]);
  return evaluation.results[0] ?? null;
};

type Facts = Record<string, unknown>;

const statuses = ['met', 'unmet', 'exempt'];

/** `raw 18, credits 10` as an object. */
const expectedOf = ({ of, expected }: Check): Facts => {
  const facts: Facts = {};
  for (const part of expected) {
    const [word = '', value] = part.split(' ');
    if (/^\d/.test(word)) facts.credits = Number(word);
    else if (value !== undefined) facts[word] = Number(value);
    else if (statuses.includes(word)) facts.status = word;
    else if (of === 'record') facts.reason = word;
    else facts[word] = true;
  }
  if (of === 'record' || of === 'category') facts.raw ??= facts.credits;
  if (of === 'record') facts.reason ??= null;
  if (of === 'record' && facts.credits === undefined) Object.assign(facts, { raw: 0, credits: 0 });
  if (of === 'total') facts.made_up ??= false;
  if (of === 'requirement') facts.met = facts.status === 'met';
  if (of === 'requirement') delete facts.status;
  return facts;
};

const actualOf = ({ of, name }: Check, result: PersonResult): object | undefined => {
  switch (of) {
    case 'record':
      return result.records.find(({ id }) => id === name);
    case 'category':
      return result.categories.find(({ code }) => code === name);
    case 'requirement':
      return result.requirements.find((one) => one.name === name);
    case 'class hours':
      return result.class_hours;
    case 'notice':
      return result.notices.some(({ message }) => message.includes(name)) ? { said: true } : undefined;
    default:
      return { ...result, short: result.shortfall };
  }
};

/** The part of `actual` that the expectation speaks of, as a line of the case. */
const said = (check: Check, facts: object | undefined, expected: Facts): string => {
  const all = (facts ?? {}) as Facts;
  const words = facts ? Object.keys(expected).map((key) => `${key} ${all[key]}`) : ['is not there'];
  return `${check.of} ${check.name} (line ${check.line}): ${words.join(', ')}`;
};

const cents = (credits: number): number => Math.round(credits * 100);

/** Every result's parts add up, whatever the case says. */
const addsUp = (result: PersonResult): void => {
  for (const { code, credits } of result.categories) {
    const own = result.records.filter(({ category }) => category === code);
    expect(
      own.reduce((sum, record) => sum + cents(record.credits), 0),
      `category ${code}`,
    ).toBe(cents(credits));
  }
};

const run = (one: EvaluationCase, variant: Variant): void => {
  const result = resultOf(one, variant);
  if (!result) {
    expect(variant.checks.flatMap(({ expected }) => expected)).toEqual(['no rules in force']);
    return;
  }
  const lines = variant.checks.map((check) => {
    const expected = expectedOf(check);
    return { expected: said(check, expected, expected), actual: said(check, actualOf(check, result), expected) };
  });
  expect(lines.map(({ actual }) => actual).join('\n')).toBe(lines.map(({ expected }) => expected).join('\n'));
  addsUp(result);
  if (variant.given.year !== undefined || Object.keys(variant.given).length !== 1) return;
  // A reading that changes what comes out is one that the result says it used, under the one option or the other.
  const [base] = one.variants;
  const before = base && resultOf(one, base);
  const used = [...result.readings, ...(before?.readings ?? [])];
  const amounts = ({ credits, records }: PersonResult) => [credits, records.map((r) => [r.raw, r.credits, r.reason])];
  if (before && JSON.stringify(amounts(before)) !== JSON.stringify(amounts(result))) {
    expect(used).toContain(Object.keys(variant.given)[0]);
  }
};

for (const folder of ['shapes', 'years']) {
  for (const file of readdirSync(join(here, folder)).filter((name) => name.endsWith('.case'))) {
    describe(`${folder}/${file}`, () => {
      for (const one of evaluationCases(readFileSync(join(here, folder, file), 'utf8'))) {
        for (const variant of one.variants) {
          const given = Object.entries(variant.given).map(([key, value]) => `${key} = ${value}`);
          test(given.length > 0 ? `${one.title}, under ${given.join(', ')}` : one.title, () => run(one, variant));
        }
      }
    });
  }
}
