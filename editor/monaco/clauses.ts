/** The words of a clause, where the user has opened the regulation; fetched when they are first wanted. */
import { shortened } from '../clauses/passage.ts';

/** A hover is no page. */
const MOST = 400;

export async function clauseInWords(clause: string): Promise<readonly string[] | null> {
  try {
    const { wordsOfClause } = await import('../clauses/words.ts');
    const words = await wordsOfClause(clause);
    return words && shortened(words, MOST);
  } catch {
    // Without it the clause is still named.
    return null;
  }
}
