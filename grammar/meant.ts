/** Which word a line that begins with none was probably meant to begin with, by the section it stands in. */
import type { SectionKind } from '../src/model/ast.ts';
import type { KeywordId } from './keywords.ts';
import { isHead, kindOf } from './lineRules.ts';
import { sectionLines } from './sections.ts';
import { LONGEST_WORD, nearestLineWord, type Suggestion } from './suggest.ts';

/** Whether a word is likely there: a section's as far left as one, else a line's that the section takes. */
const fits = (id: KeywordId, section: SectionKind | undefined, outdented: boolean): boolean => {
  if (isHead(id)) return outdented;
  return section !== undefined && sectionLines[section].includes(kindOf(id, section));
};

/** What was found is remembered, for one mistake is often made many times. */
export class Meant {
  private readonly known = new Map<string, Suggestion | null>();

  /** `outdented`: the line stands as far left as the section's head, or there is no section. */
  wordOf(run: string, section: SectionKind | undefined, outdented: boolean): Suggestion | undefined {
    const start = run.slice(0, LONGEST_WORD + 2);
    const key = `${start} ${section} ${outdented}`;
    const known = this.known.get(key);
    if (known !== undefined) return known ?? undefined;
    const found = nearestLineWord(start, (id) => fits(id, section, outdented));
    this.known.set(key, found ?? null);
    return found;
  }
}
