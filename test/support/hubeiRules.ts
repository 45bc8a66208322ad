/** The shipped rule files, compiled through the public door. */
import { readFileSync } from 'node:fs';
import { type Compiled, compile, type Plan, type RuleSource } from '../../src/index.ts';

export type Shipped = 'hubei' | 'national';

const textOf = (name: string): string => readFileSync(new URL(`../../rules/${name}.cme`, import.meta.url), 'utf8');

export const texts: Readonly<Record<Shipped, string>> = { hubei: textOf('hubei'), national: textOf('national') };

const source = (name: Shipped, text = texts[name]): RuleSource => ({ file: `rules/${name}.cme`, text });

/** `text` in place of the file's own. */
export function compiled(name: Shipped, readings: Readonly<Record<string, string>> = {}, text?: string): Compiled {
  return compile(source(name, text), { library: [source('hubei'), source('national')], readings });
}

/** The plan of a file that has no errors. */
export function planOf(name: Shipped, readings: Readonly<Record<string, string>> = {}, text?: string): Plan {
  const { plan, diagnostics } = compiled(name, readings, text);
  if (plan === null) throw new Error(`${name}: ${JSON.stringify(diagnostics)}`);
  return plan;
}

/** With the readings adopted. */
export const plans: Readonly<Record<Shipped, Plan>> = { hubei: planOf('hubei'), national: planOf('national') };
