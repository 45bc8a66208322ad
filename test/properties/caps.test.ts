import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/index.ts';
import { rosters } from '../support/hubeiArbitrary.ts';
import { capsOf, type Limit, projectOf, withinLimits } from '../support/hubeiLaws.ts';
import { plans, type Shipped } from '../support/hubeiRules.ts';
import { type Facts, rawRoster } from '../support/roster.ts';

const among = (fact: unknown, ...values: string[]): boolean => values.includes(String(fact));
const isProject = ({ form }: Facts): boolean => among(form, 'recommended_project', 'promoted_project');
const perProject =
  (holds: (facts: Facts) => boolean): Limit['span'] =>
  (facts, index) =>
    holds(facts) ? projectOf(facts, index) : null;
const perYear =
  (...forms: string[]): Limit['span'] =>
  ({ form }) =>
    among(form, ...forms) ? 'year' : null;

// 第十三条 by hand, from the facts of the records alone, without a look at the rule file.
const regulation: readonly Limit[] = [
  {
    name: '（一）1 每个项目最多不超过10学分',
    credits: 10,
    span: perProject((facts) => isProject(facts) && among(facts.level, 'national', 'provincial')),
  },
  {
    name: '（一）1 每个远程继续医学教育项目最多不超过3学分',
    credits: 3,
    span: perProject((facts) => isProject(facts) && facts.level !== 'municipal' && facts.remote === true),
  },
  {
    name: '（一）2 每个项目最多不超过5学分',
    credits: 5,
    span: perProject((facts) => isProject(facts) && facts.level === 'municipal'),
  },
  {
    name: '（五）每个项目最多不超过5学分',
    credits: 5,
    span: perProject((facts) => facts.form === 'society_academic' && facts.recognized === true),
  },
  { name: '（五）每年最多不超过15学分', credits: 15, span: perYear('practice', 'society_academic') },
  {
    name: '（七）每年最多不超过10学分',
    credits: 10,
    span: perYear('self_study', 'paper', 'research', 'book', 'outreach', 'exam_writing', 'teaching', 'study_notes'),
  },
  { name: '（七）7 每年最多不超过5学分', credits: 5, span: perYear('study_notes') },
  { name: '（三）视为完成25学分', credits: 25, span: perYear('apprenticeship') },
];

describe('no cap is ever exceeded', () => {
  test('of the regulation', () => {
    fc.assert(
      fc.property(rosters(plans.hubei), (roster) => {
        withinLimits(regulation, roster, evaluate(plans.hubei, rawRoster(roster)).evaluation.results);
      }),
    );
  });

  test.each<Shipped>(['hubei', 'national'])('of the file: %s', (name) => {
    const plan = plans[name];
    const caps = capsOf(plan);
    expect(caps).not.toEqual([]);
    fc.assert(
      fc.property(rosters(plan), (roster) => {
        withinLimits(caps, roster, evaluate(plan, rawRoster(roster)).evaluation.results);
      }),
    );
  });
});
