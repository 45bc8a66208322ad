/** The sentence that stands for a whole comparison: one that can be signed. */
import type { Lang } from '../../model/codes.ts';
import type { Effect } from '../../model/comparison.ts';
import type { ToldComparison } from './told.ts';
import { comparisonSay } from './words.ts';

export interface SideNames {
  readonly before: string;
  readonly after: string;
}

const KINDS = ['stricter', 'looser', 'mixed', 'unknown'] as const;

export const countOf = ({ changes }: ToldComparison, effect: Effect): number =>
  changes.filter((one) => one.effect === effect).length;

/** Without the names of the sides: `收紧 1 处、放宽 2 处，另有 12 处不影响结果。` */
export const findingsOf = (told: ToldComparison, lang: Lang): string => {
  const say = comparisonSay(lang);
  const parts = KINDS.flatMap((effect) => {
    const count = countOf(told, effect);
    if (count === 0) return [];
    const id = effect === 'mixed' ? 'countedMixed' : effect === 'unknown' ? 'countedUnknown' : 'counted';
    return [say(id, { effect: say(effect), count })];
  });
  const neutral = countOf(told, 'neutral');
  if (parts.length > 0) {
    const list = parts.join(lang === 'zh' ? '、' : ', ');
    return list + (neutral > 0 ? say('andNeutral', { count: neutral }) : say('end'));
  }
  if (!told.equivalent) return say('open');
  if (neutral > 0) return say('onlyNeutral', { count: neutral });
  return say(told.rewritten ? 'sameMeaning' : 'sameText');
};

export const headlineOf = (told: ToldComparison, names: SideNames, lang: Lang): string =>
  comparisonSay(lang)('against', { ...names }) + findingsOf(told, lang);
