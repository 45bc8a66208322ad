/** The examples of the shipped files and the case files as trials: one for each plan and year, with all its practitioners. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { casesOf, compile, describe as head, inForce, type Plan } from '../../src/index.ts';
import { type EvaluationCase, evaluationCases, type Rules, type Variant } from '../support/cases.ts';
import { compiled, type Shipped, texts } from '../support/hubeiRules.ts';
import type { Facts, Practitioner } from '../support/roster.ts';
import type { Trial } from './sqlRoster.ts';

export interface Named extends Trial {
  readonly name: string;
}

class Trials {
  readonly #found = new Map<string, Named & { readonly people: Practitioner[] }>();

  add(name: string, year: number, plan: () => Plan | null, person: Practitioner): void {
    const key = `${name}, ${year}`;
    const known = this.#found.get(key);
    if (known !== undefined) {
      known.people.push(person);
      return;
    }
    const made = plan();
    if (made !== null) this.#found.set(key, { name: key, plan: made, year, people: [person] });
  }

  get all(): readonly Named[] {
    return [...this.#found.values()];
  }
}

const plainOf = (facts: ReadonlyMap<string, unknown>): Facts =>
  Object.fromEntries([...facts].map(([key, value]) => [key, String(value)]));

/** 用例 of a shipped file; those with the readings adopted first. */
export function exampleTrials(name: Shipped): readonly Named[] {
  const trials = new Trials();
  for (const { chosen, year, person, records } of casesOf(compiled(name))) {
    const readings = Object.fromEntries(chosen);
    const words = chosen.size === 0 ? name : `${name} under ${JSON.stringify(readings)}`;
    trials.add(words, year, () => compiled(name, readings).plan, {
      facts: plainOf(person),
      records: records.map(plainOf),
    });
  }
  return trials.all.toSorted((a, b) => b.people.length - a.people.length);
}

const folder = join(import.meta.dirname, '../cases');

const shipped = Object.entries(texts).map(([name, text]) => ({ file: `${name}.cme`, text }));

const planFor = (rules: Rules, year: number, readings: Readonly<Record<string, string>>): Plan | null => {
  const library = rules.shipped ? shipped : rules.library;
  const all = rules.shipped
    ? shipped.filter(({ file }) => file === `${rules.shipped}.cme`)
    : rules.texts.map((text, i) => ({ file: `rules-${i + 1}.cme`, text }));
  const versions = all.map((source) => ({ source, ...(head(source) ?? { effective: null, until: null }) }));
  const entry = all.length > 1 ? inForce(versions, year)?.source : all[0];
  return entry ? compile(entry, { library, readings, findings: 'errors' }).plan : null;
};

/** The case files of a folder, those under the shipped rules together. */
export function caseTrials(of: 'years' | 'shapes'): readonly Named[] {
  const trials = new Trials();
  const rulesSeen: string[] = [];
  const add = (file: string, one: EvaluationCase, { given }: Variant): void => {
    const { year: other, ...readings } = given;
    const year = Number(other ?? one.year);
    const text = JSON.stringify(one.rules);
    if (!rulesSeen.includes(text)) rulesSeen.push(text);
    const place = one.rules.shipped ?? `${file}, rules ${rulesSeen.indexOf(text) + 1}`;
    const name = Object.keys(readings).length === 0 ? place : `${place} under ${JSON.stringify(readings)}`;
    trials.add(name, year, () => planFor(one.rules, year, readings), {
      facts: one.person as Facts,
      records: one.records as readonly Facts[],
    });
  };
  for (const file of readdirSync(join(folder, of)).filter((name) => name.endsWith('.case')))
    for (const one of evaluationCases(readFileSync(join(folder, of, file), 'utf8')))
      for (const variant of one.variants) add(file, one, variant);
  return trials.all.toSorted((a, b) => b.people.length - a.people.length);
}
