/** Headings numbered as an official document numbers them: 一、 （一） 1. */
import { toHan } from '../language/han.ts';
import type { Lang } from '../model/codes.ts';
import type { Block } from './blocks.ts';

type Counts = readonly [number, number, number];

const han = ([one, two, three]: Counts, level: 1 | 2 | 3): string =>
  level === 1 ? `${toHan(one)}、` : level === 2 ? `（${toHan(two)}）` : `${three}. `;

const decimal = (counts: Counts, level: 1 | 2 | 3): string => `${counts.slice(0, level).join('.')} `;

export const numbered = (blocks: readonly Block[], lang: Lang): readonly Block[] => {
  let counts: Counts = [0, 0, 0];
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    const [one, two, three] = counts;
    counts = block.level === 1 ? [one + 1, 0, 0] : block.level === 2 ? [one, two + 1, 0] : [one, two, three + 1];
    return { ...block, text: `${(lang === 'zh' ? han : decimal)(counts, block.level)}${block.text}` };
  });
};
