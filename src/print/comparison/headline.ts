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

/** A piece of the sentence; `effect` where it counts changes of one direction. */
export interface HeadlinePart {
  readonly text: string;
  readonly effect: Effect | null;
}

const plain = (text: string): HeadlinePart => ({ text, effect: null });

/** `收紧 1 处、放宽 2 处，另有 12 处不影响结果。` */
const findings = (told: ToldComparison, lang: Lang): readonly HeadlinePart[] => {
  const say = comparisonSay(lang);
  const counted = KINDS.flatMap((effect): HeadlinePart[] => {
    const count = countOf(told, effect);
    if (count === 0) return [];
    const id = effect === 'mixed' ? 'countedMixed' : effect === 'unknown' ? 'countedUnknown' : 'counted';
    return [{ text: say(id, { effect: say(effect), count }), effect }];
  });
  const neutral = countOf(told, 'neutral');
  if (counted.length > 0) {
    const list = counted.flatMap((part, at) => (at === 0 ? [part] : [plain(lang === 'zh' ? '、' : ', '), part]));
    return [...list, plain(neutral > 0 ? say('andNeutral', { count: neutral }) : say('end'))];
  }
  if (!told.equivalent) return [plain(say('open'))];
  if (neutral > 0) return [plain(say('onlyNeutral', { count: neutral }))];
  return [plain(say(told.rewritten ? 'sameMeaning' : 'sameText'))];
};

export const headlineParts = (told: ToldComparison, names: SideNames, lang: Lang): readonly HeadlinePart[] => [
  plain(comparisonSay(lang)('against', { ...names })),
  ...findings(told, lang),
];

export const headlineOf = (told: ToldComparison, names: SideNames, lang: Lang): string =>
  headlineParts(told, names, lang)
    .map(({ text }) => text)
    .join('');
