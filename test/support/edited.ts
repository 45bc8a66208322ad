/** A random rule set, and the same after a revision of one to three small edits: slips, other options, lines that come or go. */
import type { Plan, RawPerson } from '../../src/index.ts';
import { compile } from '../../src/index.ts';
import { mutationsOf } from '../../src/language/mutate.ts';
import { Random } from './random.ts';
import { rawRoster } from './roster.ts';
import { compiledTexts, errorsOf, JUDGED, scenarioOf } from './rulesetArbitrary.ts';
import { rosterOf } from './rulesetRoster.ts';
import { type FileText, type RuleTexts, written } from './rulesetText.ts';
import type { Flags } from './rulesetWords.ts';

export interface Revision {
  readonly before: Plan;
  readonly after: Plan;
  readonly texts: readonly [string, string];
  readonly people: readonly RawPerson[];
}

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

const slip = (texts: RuleTexts, text: string, random: Random): string => {
  const { entry, base } = texts;
  const library = base ? [{ file: base.file, text: written(base) }] : [];
  const { tree, ruleSet } = compile({ file: entry.file, text }, { library });
  const all = ruleSet ? mutationsOf(tree, text, ruleSet.readings) : [];
  if (all.length === 0) return text;
  const { span, after } = random.pick(all);
  return text.slice(0, span.start) + after + text.slice(span.end);
};

/** Null where one of the two does not compile. */
export const revisionOf = (seed: number, flags: Flags, people: number): Revision | null => {
  const { texts } = scenarioOf(seed, flags);
  if (errorsOf(compiledTexts(texts)).length > 0) return null;
  const random = new Random(seed ^ 0xed17);
  const library = texts.base ? [{ file: texts.base.file, text: written(texts.base) }] : [];
  const first = written(texts.entry);
  let text = random.chance(25) ? written(lineLess(texts.entry, random)) : slip(texts, first, random);
  for (
    let more = random.weighted([
      [6, 0],
      [2, 1],
      [1, 2],
    ]);
    more > 0;
    more -= 1
  )
    text = slip(texts, text, random);
  const sides = [first, text].map((one) => compile({ file: texts.entry.file, text: one }, { library }));
  if (random.chance(40)) sides.reverse();
  const [old, now] = sides;
  if (!old?.plan || !now?.plan || !old.ruleSet || !now.ruleSet) return null;
  const wishes = { year: JUDGED, practitioners: people, back: flags.cycles ? 3 : 0 };
  return {
    before: old.plan,
    after: now.plan,
    texts: [old.sources[0]?.text ?? '', now.sources[0]?.text ?? ''],
    people: [old.ruleSet, now.ruleSet].flatMap((rules) => rawRoster(rosterOf(rules, random, wishes)).practitioners),
  };
};
