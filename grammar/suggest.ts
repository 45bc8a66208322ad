/** The line word that a misspelt one was probably meant to be. */
import { half, isLatinWord } from './characters.ts';
import { distance } from './distance.ts';
import { type KeywordId, keywords } from './keywords.ts';
import { lineWords } from './lines.ts';

/** No line word is longer in either spelling. */
export const LONGEST_WORD = Math.max(...lineWords.flatMap((id) => [keywords[id].zh.length, keywords[id].en.length]));

export interface Suggestion {
  readonly id: KeywordId;
  /** How much of the run the word stands for. */
  readonly length: number;
}

/** Words at the least distance from the run's start, `preferred` ones first; none if nothing is near. */
export const nearestLineWord = (written: string, preferred: (id: KeywordId) => boolean): Suggestion | undefined => {
  const run = half(written);
  const latin = isLatinWord(run);
  let best: (Suggestion & { readonly score: number }) | undefined;
  for (const id of lineWords) {
    const word: string = latin ? keywords[id].en : keywords[id].zh;
    if (word.length < 2) continue;
    const most = latin ? Math.min(2, word.length >> 1) : word.length > 3 ? 2 : 1;
    const lengths = latin ? [run.length] : [word.length, word.length - 1, word.length + 1];
    for (const length of lengths) {
      if (length < 1 || length > run.length || Math.abs(length - word.length) > most) continue;
      const piece = latin ? run.toLowerCase() : run.slice(0, length);
      const apart = distance(piece, word, most);
      if (apart > most || apart >= length) continue;
      // A whole run is a better guess than its start; a word that may stand here better than one that may not.
      const score =
        apart * 8 + (preferred(id) ? 0 : 4) + (length === run.length ? 0 : 1) + (length === word.length ? 0 : 1);
      if (!best || score < best.score) best = { id, length, score };
    }
  }
  return best;
};
