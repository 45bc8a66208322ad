/** What is left of random rules when every line that a back end refuses is left out. */
import type { Plan } from '../../src/index.ts';
import type { Source } from '../../src/model/plan.ts';
import { compiledTexts } from './rulesetArbitrary.ts';
import type { Block, FileText, RuleTexts } from './rulesetText.ts';

interface Refused {
  readonly source: Pick<Source, 'file' | 'line'> | null;
}

const MOST_ROUNDS = 8;

/** Null where nothing sound is left, or what is refused stands in no line. */
export function sayable(texts: RuleTexts, refusedIn: (plan: Plan) => readonly Refused[]): RuleTexts | null {
  let left = texts;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { plan } = compiledTexts(left);
    if (plan === null) return null;
    const refused = refusedIn(plan);
    if (refused.length === 0) return left;
    const places = new Set(refused.flatMap(({ source }) => (source === null ? [] : [`${source.file}:${source.line}`])));
    if (places.size === 0) return null;
    left = { entry: without(left.entry, places), base: left.base && without(left.base, places) };
  }
  return null;
}

/** A head takes its block with it, and a row its table: counted as the file is written. */
function without({ file, blocks }: FileText, places: ReadonlySet<string>): FileText {
  let at = 1;
  const kept = blocks.flatMap(({ head, lines }): Block[] => {
    const gone = places.has(`${file}:${at}`);
    at += 1;
    const own = lines.filter(({ rows = [] }) => {
      const from = at;
      at += 1 + rows.length;
      return !Array.from({ length: 1 + rows.length }, (_, row) => from + row).some((line) =>
        places.has(`${file}:${line}`),
      );
    });
    at += 1;
    return gone ? [] : [{ head, lines: own }];
  });
  return { file, blocks: kept };
}
