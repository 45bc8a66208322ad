/** The worker of 「各地对照」: one practitioner under several rule sets, each compiled when its text is new. */
import {
  type Across,
  type AcrossWhy,
  across,
  type Compiled,
  compile,
  type RawPerson,
  type RuleSource,
  saidFacts,
} from '../../src/index.ts';
import type { AskAcross, FromAcross, ToldAcross } from './acrossProtocol.ts';
import { Newest } from './newest.ts';

const say = (answer: FromAcross): void => postMessage(answer);

const known = new Map<string, { readonly text: string; readonly library: string; readonly compiled: Compiled }>();

function compiledOf(entry: RuleSource, library: readonly RuleSource[]): Compiled {
  const beside = library.filter(({ file }) => file !== entry.file);
  const stamp = beside.map(({ file, text }) => `${file}\0${text}`).join('\0');
  const before = known.get(entry.file);
  if (before?.text === entry.text && before.library === stamp) return before.compiled;
  const compiled = compile(entry, { library: beside, findings: 'errors' });
  known.set(entry.file, { text: entry.text, library: stamp, compiled });
  return compiled;
}

function told({ sets, library, person, year, lang }: AskAcross): ToldAcross {
  const all = sets.map((entry) => ({ file: entry.file, compiled: compiledOf(entry, library) }));
  const sound = all.flatMap(({ file, compiled: { plan, ruleSet } }) =>
    plan === null || ruleSet === null ? [] : [{ file, plan, ruleSet }],
  );
  const [first] = sound;
  const activities = person.records.map((record) =>
    first === undefined
      ? ''
      : saidFacts(record, 'record', first.ruleSet)
          .map(({ field, shown, value }) => (value === '是' ? field : value === '否' ? `${field} 否` : shown[lang]))
          .join(lang === 'zh' ? '，' : ', '),
  );
  const made = across(
    sound.map(({ plan }) => ({ plan, person })),
    year,
    lang,
  );
  return {
    across: first === undefined ? made : inLabels(made, person, first.ruleSet),
    files: sound.map(({ file }) => file),
    broken: all.flatMap(({ file }) => (sound.some((one) => one.file === file) ? [] : [file])),
    activities,
  };
}

/** What another rule set refuses goes by its label, as it was chosen, and not by the code behind it. */
function inLabels(made: Across, { records }: RawPerson, { fields }: NonNullable<Compiled['ruleSet']>): Across {
  const labelled = (index: number, words: string): string =>
    [...(records[index] ?? [])].reduce((said, [key, value]) => {
      const field = fields.find((one) => one.on === 'record' && (one.key === key || one.label === key));
      const option = field?.options.find((one) => one.key === value);
      return option === undefined ? said : said.replaceAll(`「${option.key}」`, `「${option.label}」`);
    }, words);
  const whyIn = (index: number, { doings, refused }: AcrossWhy): AcrossWhy => ({
    doings,
    refused: refused === null ? null : labelled(index, refused),
  });
  const apart = made.apart.map((one) => ({
    ...one,
    records: one.records.map((record) => {
      const [before, after] = record.why;
      return { ...record, why: [whyIn(record.index, before), whyIn(record.index, after)] as const };
    }),
  }));
  return { ...made, apart };
}

const asked = new Newest<AskAcross>(async (data) => {
  const { serial } = data;
  try {
    say({ kind: 'told', serial, told: told(data) });
  } catch (error) {
    say({ kind: 'failed', serial, message: String(error) });
  }
});

addEventListener('message', ({ data }: MessageEvent<AskAcross>) => asked.give(data));
