/** Rule sets and rosters on which every engine is tried: at random, and those of the case files. */
import { jsonLogic } from '../../src/backends/jsonlogic/index.ts';
import type { Plan } from '../../src/index.ts';
import { Random } from '../support/random.ts';
import type { Facts, Practitioner } from '../support/roster.ts';
import { ruleTexts } from '../support/ruleset.ts';
import { compiledTexts, JUDGED } from '../support/rulesetArbitrary.ts';
import { rosterOf } from '../support/rulesetRoster.ts';
import type { RuleTexts } from '../support/rulesetText.ts';
import type { Flags } from '../support/rulesetWords.ts';
import { sayable } from '../support/sayable.ts';
import type { Case } from './agreed.ts';

/** Ids as nobody would choose them: quotes, signs of other languages, signs beyond the first plane and just before it. */
const ODD = ["'", '"', '\\', '--', '；', '$1', '%', '😀', '\uffff', 'é', 'e\u0301', '\u200b', '学分', ' x ', '0', '00'];

const oddly = (random: Random, { facts, records }: Practitioner): Practitioner => ({
  facts,
  records: records.map((record, at): Facts => {
    if (random.chance(70)) return record;
    if (random.chance(15)) {
      const { id: _, ...rest } = record;
      return rest;
    }
    return { ...record, id: `${random.pick(ODD)}${random.chance(50) ? at : ''}` };
  }),
});

export interface Wishes {
  readonly flags: Flags;
  readonly practitioners: number;
  /** Lines that JsonLogic refuses are left out, so that all engines have the same to do. */
  readonly forAll: boolean;
}

const refusedByLogic = (plan: Plan) => {
  const made = jsonLogic(plan);
  return 'refused' in made ? made.refused : [];
};

/** Null where the rule set at random is none that compiles. */
export function randomCase(seed: number, { flags, practitioners, forAll }: Wishes): Case | null {
  const made = ruleTexts(seed, flags);
  const texts: RuleTexts | null = forAll ? sayable(made, refusedByLogic) : made;
  if (texts === null) return null;
  const { plan, ruleSet } = compiledTexts(texts);
  if (plan === null || ruleSet === undefined || ruleSet === null) return null;
  const random = new Random(seed ^ 0xa9);
  const wishes = { year: JUDGED, practitioners, back: flags.cycles ? 3 : 0 };
  const people = rosterOf(ruleSet, random, wishes).practitioners.map((one) => oddly(random, one));
  return { name: `rule set ${seed}`, plan, rules: ruleSet, choice: {}, year: JUDGED, people };
}
