/**
 * A random rule set, and the same after a revision of one to three small edits: slips of the pen, other options, lines that
 * come or go. Read and lowered without the deep check: who two items or lines claim is for the test to leave aside.
 */
import { type LineMap, LineMap as Lines, type Plan, parse, type RawPerson, severityOf } from '../../src/index.ts';
import { mutationsOf } from '../../src/language/mutate.ts';
import { lower } from '../../src/lower.ts';
import type { RuleFile } from '../../src/model/ast.ts';
import type { RuleSet } from '../../src/model/ruleset.ts';
import { declaredNames } from '../../src/parse.ts';
import { resolve } from '../../src/resolve.ts';
import { Random } from './random.ts';
import { rawRoster } from './roster.ts';
import { ruleTexts } from './ruleset.ts';
import { JUDGED } from './rulesetArbitrary.ts';
import { rosterOf } from './rulesetRoster.ts';
import { type FileText, type RuleTexts, written } from './rulesetText.ts';
import type { Flags } from './rulesetWords.ts';

export interface Revision {
  readonly before: Plan;
  readonly after: Plan;
  readonly texts: readonly string[];
  readonly people: readonly RawPerson[];
}

interface Read {
  readonly tree: RuleFile;
  readonly rules: RuleSet;
  readonly maps: ReadonlyMap<string, LineMap>;
}

const sound = (found: Parameters<typeof severityOf>[0][]): boolean => found.every((one) => severityOf(one) !== 'error');

const read = (file: string, text: string, base: Read | null): Read | null => {
  const parsed = parse(text, { file, names: base ? declaredNames(base.tree) : [] });
  const resolved = resolve(parsed.file, file, base?.rules ?? null);
  if (!sound([...parsed.diagnostics, ...resolved.diagnostics])) return null;
  const maps = new Map([...(base?.maps ?? []), [file, new Lines(text)] as const]);
  return { tree: parsed.file, rules: { ...resolved.ruleSet, examples: [] }, maps };
};

const planOf = ({ rules, maps }: Read): Plan | null => {
  const { plan, diagnostics } = lower(rules, new Map(), maps);
  return sound([...diagnostics]) ? plan : null;
};

/** Without one of its lines; the header and the vocabulary stay. */
const lineLess = (file: FileText, random: Random): FileText => {
  const places = file.blocks.flatMap(({ head, lines }, at) =>
    /^(规则|人员字段|活动字段|换算|口径)/.test(head) ? [] : lines.map((_, line) => [at, line] as const),
  );
  if (places.length === 0) return file;
  const [at, line] = random.pick(places);
  const blocks = file.blocks.map((one, place) =>
    place === at ? { ...one, lines: one.lines.toSpliced(line, 1) } : one,
  );
  return { ...file, blocks };
};

const slip = ({ entry }: RuleTexts, text: string, base: Read | null, random: Random): string => {
  const made = read(entry.file, text, base);
  const all = made ? mutationsOf(made.tree, text, made.rules.readings) : [];
  if (all.length === 0) return text;
  const { span, after } = random.pick(all);
  return text.slice(0, span.start) + after + text.slice(span.end);
};

/** Null where one of the two is refused. */
export const revisionOf = (seed: number, flags: Flags, people: number): Revision | null => {
  const texts = ruleTexts(seed, flags);
  const random = new Random(seed ^ 0xed17);
  const base = texts.base ? read(texts.base.file, written(texts.base), null) : null;
  if (texts.base && !base) return null;
  const first = written(texts.entry);
  let text = random.chance(25) ? written(lineLess(texts.entry, random)) : slip(texts, first, base, random);
  for (let more = random.pick([0, 0, 0, 1, 2]); more > 0; more -= 1) text = slip(texts, text, base, random);
  const sides = (random.chance(60) ? [first, text] : [text, first]).map((one) => read(texts.entry.file, one, base));
  const [old, now] = sides;
  const [before, after] = sides.map((side) => (side ? planOf(side) : null));
  if (!old || !now || !before || !after) return null;
  const wishes = { year: JUDGED, practitioners: people, back: flags.cycles ? 3 : 0 };
  return {
    before,
    after,
    texts: [first, text],
    people: [old, now].flatMap(({ rules }) => rawRoster(rosterOf(rules, random, wishes)).practitioners),
  };
};
