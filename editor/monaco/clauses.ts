/** The words of a clause, where the user has opened the regulation: who has them says so here, and hovers show them. */
export type WordsOf = (clause: string) => Promise<string | null> | string | null;

let wordsOf: WordsOf = () => null;

export const whenClauseAsked = (tell: WordsOf): void => {
  wordsOf = tell;
};

export async function clauseInWords(clause: string): Promise<string | null> {
  try {
    return await wordsOf(clause);
  } catch {
    // Without it the clause is still named.
    return null;
  }
}
