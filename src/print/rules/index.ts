/** A rule set as the table that a regulation would print: who and how much, what earns, how clauses are read, examples. */
import type { Compiled } from '../../compile.ts';
import { references } from '../../language/group.ts';
import { describe } from '../../library.ts';
import type { RuleFile, SectionOf } from '../../model/ast.ts';
import type { Lang } from '../../model/codes.ts';
import type { Plan } from '../../model/plan.ts';
import type { RuleSet } from '../../model/ruleset.ts';
import { parse } from '../../parse.ts';
import { type Block, type Doc, paragraph } from '../blocks.ts';
import { numbered } from '../numbering.ts';
import { notices, uncomputed } from './besides.ts';
import { consequencesOf } from './consequences.ts';
import { examples } from './examples.ts';
import { fields } from './fields.ts';
import { OPEN } from './matters.ts';
import { people } from './people.ts';
import { readings } from './readings.ts';
import { listed, type Setting, settingFor, told } from './setting.ts';
import { standards } from './standards.ts';
import { years } from './years.ts';

type Header = SectionOf<'rules'>;

const headerOf = ({ sections }: RuleFile): Header | undefined =>
  sections.find((section): section is Header => section.kind === 'rules');

const subtitleOf = (
  { version, effective, until }: RuleSet,
  header: Header | undefined,
  { say, lang }: Setting,
): string => {
  const number = header?.lines.find((line) => line.kind === 'number');
  return [
    number?.kind === 'number' && say('numbered', { number: number.text.value }),
    effective && say('effective', { date: effective }),
    until && say('until', { date: until }),
    version && say('version', { version }),
  ]
    .filter(Boolean)
    .join(lang === 'zh' ? '　' : ' · ');
};

const preface = ({ tree, ruleSet }: Compiled, plan: Plan, s: Setting): readonly Block[] => {
  const { say } = s;
  const header = headerOf(tree);
  const lines = (header?.lines ?? []).flatMap((line) => {
    if (line.kind === 'under') return [say('under', { name: [...s.names.values()].slice(1).join(' → ') })];
    if (line.kind === 'accepted')
      return [say('matterSays', { matter: say('accepted'), says: line.reason.value }).trimEnd()];
    return line.kind === 'repeals'
      ? [
          say('repeals', {
            names: listed(
              s,
              line.texts.map(({ value }) => value),
            ),
          }),
        ]
      : [];
  });
  const modes = (header?.lines ?? []).flatMap((line) => (line.kind === 'open' ? [say(OPEN[line.mode])] : []));
  const dropped = tree.sections.flatMap((section) =>
    section.kind === 'drop' ? [told(s, references(section.of, s.p))] : [],
  );
  const other = plan.readings.flatMap(({ code, label, adopted, options }) => {
    const own = ruleSet?.readings.find(({ key }) => key === code);
    const option = options.find((one) => one.code === adopted);
    return own && own.adopted !== adopted
      ? [say('nowAdopted', { reading: label, option: option?.label ?? adopted })]
      : [];
  });
  return [
    ...lines,
    ...(modes.length === 0 ? [] : [say('opened', { modes: listed(s, modes) })]),
    ...(dropped.length === 0 ? [] : [say('dropped', { names: listed(s, dropped) })]),
    ...(other.length === 0 ? [] : [say('chosen', { names: listed(s, other) })]),
  ].map((text) => paragraph(text));
};

/** Null while an error stands in the rules. The plan's readings are those that are printed as adopted. */
export const rulesDoc = (compiled: Compiled, lang: Lang): Doc | null => {
  const { plan, ruleSet, tree, sources } = compiled;
  if (!plan || !ruleSet) return null;
  const names = sources.map((source): [string, string] => {
    const { label = source.file, version = '' } = describe(source) ?? {};
    return [source.file, `${label} ${version}`.trim()];
  });
  const setting = settingFor(lang, {
    readings: ruleSet.readings,
    chosen: new Map(plan.readings.map(({ code, adopted }) => [code, adopted])),
    file: ruleSet.file,
    names: new Map(names),
  });
  const trees = sources.map(({ file, text }) => ({
    file,
    tree: file === ruleSet.file ? tree : parse(text, { file }).file,
  }));
  const blocks = [
    ...preface(compiled, plan, setting),
    ...people(ruleSet, setting),
    ...standards(ruleSet, setting),
    ...years(ruleSet, trees, setting),
    ...readings(ruleSet.readings, consequencesOf(compiled, plan, setting), setting),
    ...notices(ruleSet, setting),
    ...uncomputed(tree, setting),
    ...fields(ruleSet, setting),
    ...examples(ruleSet, setting),
  ];
  return {
    lang,
    title: ruleSet.title ?? setting.say('rulesTitle', { name: ruleSet.label }),
    subtitle: subtitleOf(ruleSet, headerOf(tree), setting) || null,
    blocks: numbered(blocks, lang),
  };
};
