/** The greatest amount of a year in words; nothing while it is being worked out. */
import { credits } from '../explain/short.ts';
import type { Say } from '../words/index.ts';

export const mostWords = (most: number | null | undefined, say: Say, long = false): string => {
  if (most === undefined) return '';
  return most === null ? say('noMost') : say(long ? 'mostLong' : 'most', { n: credits(most) });
};
