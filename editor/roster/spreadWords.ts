import type { Say } from '../words/index.ts';
import { creditsOf } from './show.ts';

/** `22.5 起，不到 25`. */
export const rangeWords = (
  { from, below }: { readonly from: number; readonly below: number | null },
  say: Say,
): string =>
  below === null
    ? say('spreadOpen', { from: creditsOf(from) })
    : say('spreadRange', { from: creditsOf(from), below: creditsOf(below) });
