/** What an export ships to be tried with is enough to tell it from one that is a little wrong. */
import { readFileSync } from 'node:fs';
import { LogicEngine } from 'json-logic-engine';
import { describe, expect, test } from 'vitest';
import { casesOf, compile, edgeCases, type Plan, reachingCases, type resultsOf } from '../../src/index.ts';
import { jsonLogicExport } from '../../src/release/index.ts';
import { compiled } from '../support/hubeiRules.ts';
import { ruleTexts } from '../support/ruleset.ts';
import { compiledTexts } from '../support/rulesetArbitrary.ts';

const engine = new LogicEngine();

type Node = Record<string, unknown>;
interface Place {
  readonly parent: Node;
  readonly key: string;
  readonly value: number;
}

/** Every number in a rule, but for those that stand for `no fact` and `nothing`. */
function* numbersIn(node: unknown): Generator<Place> {
  if (typeof node !== 'object' || node === null || 'var' in node) return;
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'number' && value > 0) yield { parent: node as Node, key, value };
    else yield* numbersIn(value);
  }
}

test('any number of the national rules that is one more, or one less, is found by a vector', () => {
  const rules = compiled('national');
  const made = jsonLogicExport(rules, rules.plan as Plan);
  if ('refused' in made) throw new Error('refused');
  const { rules: all, vectors } = JSON.parse(made.text);
  const unseen: string[] = [];
  for (const [name, rule] of [...Object.entries(all.categories), ['required', all.required]] as [string, unknown][]) {
    for (const { parent, key, value } of [...numbersIn(rule)])
      for (const step of [1, -1]) {
        parent[key] = value + step;
        const run = engine.build(rule) as (input: unknown) => unknown;
        const seen = vectors.some(
          ({ input, expect: right }: { input: unknown; expect: ReturnType<typeof resultsOf> }) =>
            run(input) !== (name === 'required' ? right.required : right.categories[name]),
        );
        if (!seen) unseen.push(`${name}: ${value} as ${value + step} in ${JSON.stringify(parent).slice(0, 200)}`);
        parent[key] = value;
      }
  }
  expect(unseen).toEqual([]);
});

const bareLines = [
  '授予 每 3 小时 1 学分 当 听课',
  '授予 每 1 小时 2 学分 当 授课',
  '上限 每项目 10 学分',
  '每年 20 学分',
];

describe('practitioners made for an export', () => {
  const text = readFileSync(new URL('../../docs/examples/first.cme', import.meta.url), 'utf8');
  const rules = compile({ file: 'first.cme', text });

  test('neighbours lie on both sides of each number of the rules', () => {
    const found = edgeCases(rules.plan as Plan, casesOf(rules));
    const hours = found.flatMap(({ records }) => records.map((record) => record.get('hours')));
    expect(hours).toEqual(expect.arrayContaining(['2.999999', '3', '3.000001', '0.999999', '1', '1.000001']));
  });

  test('a file without examples has practitioners made for each of its lines', () => {
    const bare = compile({ file: 'first.cme', text: text.slice(0, text.indexOf('用例 ')) });
    const reached = new Set<string>();
    expect(reachingCases(bare.plan as Plan, 2030, reached).length).toBeGreaterThan(2);
    const words = [...reached].map((key) => key.replace(/^.*? /, ''));
    expect(words).toEqual(expect.arrayContaining([...bareLines]));
  });

  test('no rule set at random is one that they stumble over', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const { plan } = compiledTexts(ruleTexts(seed * 7919, {}));
      if (plan !== null) edgeCases(plan, reachingCases(plan, 2028, new Set()));
    }
  });

  test('there are no neighbours where there is no example to begin with', () => {
    expect(edgeCases(rules.plan as Plan, [])).toEqual([]);
  });
});
