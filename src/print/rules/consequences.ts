/** What another option would change: found by comparing the rules with themselves under it. */

import { keywords } from '../../../grammar/keywords.ts';
import { compare } from '../../compare.ts';
import type { Compiled } from '../../compile.ts';
import { planUnder } from '../../compile.ts';
import type { Change, Verdict } from '../../model/comparison.ts';
import type { Plan } from '../../model/plan.ts';
import type { Setting } from './setting.ts';

/** Options that are compared, times the items of the rules: a file may have a great many of both. */
const MOST = 3_000;
/** Pairs of evaluations for the witness of one option. */
const EVALUATIONS = 500;

const like = ({ before, after }: { before: Verdict; after: Verdict }, { say, lang }: Setting): string => {
  if (before.credits !== after.credits) return say('likeCredits', { before: before.credits, after: after.credits });
  if (before.required !== after.required)
    return say('likeRequired', { before: before.required, after: after.required });
  return say('likeStatus', { before: keywords[before.status][lang], after: keywords[after.status][lang] });
};

const told = (change: Change | undefined, setting: Setting): string => {
  const { say, lang } = setting;
  if (!change) return say('neutral');
  const { effect, witness, counter } = change;
  // Somebody was found for whom it matters, though not that nobody fares the other way.
  const word = effect === 'unknown' && witness ? say('changes') : say(effect);
  const shown = [witness, counter].flatMap((one) => (one ? [like(one, setting)] : []));
  return [word, ...shown].join(lang === 'zh' ? '，' : ', ');
};

/** By `reading=option`: options that are not in force. */
export const consequencesOf = (compiled: Compiled, plan: Plan, setting: Setting): ReadonlyMap<string, string> => {
  const chosen = Object.fromEntries(plan.readings.map(({ code, adopted }) => [code, adopted]));
  const others = plan.readings.flatMap(({ code, adopted, options }) =>
    options.flatMap((option) => (option.code === adopted ? [] : [{ code, option: option.code }])),
  );
  return new Map(
    others.map(({ code, option }, at) => {
      const key = `${code}=${option}`;
      if ((at + 1) * plan.items.length > MOST) return [key, setting.say('notCompared')];
      const other = planUnder(compiled, { ...chosen, [code]: option });
      if (!other) return [key, setting.say('notCompared')];
      const { changes } = compare(plan, other, { evaluations: EVALUATIONS });
      return [
        key,
        told(
          changes.find(({ effect }) => effect !== 'neutral'),
          setting,
        ),
      ];
    }),
  );
};
