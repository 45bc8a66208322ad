/** 年度、补学、结转和换算: what passes from one year into another, and how units are joined. */
import { amount, date, name } from '../../language/value.ts';
import type { RuleFile, SectionOf } from '../../model/ast.ts';
import type { RuleSet } from '../../model/ruleset.ts';
import { type Block, heading, table } from '../blocks.ts';
import { conditionText, idle } from './conditions.ts';
import { remainderText } from './matters.ts';
import { clauseCell, inherited, type Setting, told } from './setting.ts';

type Row = readonly [matter: string, says: string, clause: string];

const cycle = ({ cycle: of }: RuleSet, s: Setting): readonly Row[] => {
  if (!of) return [];
  const { node, file } = of;
  const years = node.years.digits;
  const from =
    !node.rolling && node.from
      ? s.say('cycleFrom', { from: 'quoted' in node.from ? name(node.from) : date(node.from) })
      : '';
  const says = node.rolling ? s.say('cycleRolling', { years }) : s.say('cycle', { years }) + from;
  return [[s.say('cycleTitle'), says, inherited(s, file) ?? s.say('none')]];
};

const makeup = ({ makeup: of }: RuleSet, s: Setting): readonly Row[] => {
  if (!of) return [];
  const where = conditionText(s, of.node.when);
  const says = where === undefined ? s.say('makeupSays') : s.say('makeupWhere', { when: where });
  return [[s.say('makeup'), [says, idle(s, of.node.when)].filter(Boolean).join(' '), clauseCell(s, of)]];
};

const carry = ({ carry: of }: RuleSet, s: Setting): readonly Row[] => {
  if (!of) return [];
  const { field, limit } = of.node;
  const most = limit ? s.say('carryLimit', { limit: told(s, amount(limit, s.p)) }) : '';
  return [[s.say('carry'), s.say('carrySays', { field: field.text }) + most, clauseCell(s, of)]];
};

const remainder = ({ remainder: of }: RuleSet, s: Setting): readonly Row[] =>
  of
    ? [
        [
          s.say('remainder'),
          s.say('headRemainder', { says: remainderText(s, of.node) ?? '' }),
          inherited(s, of.file) ?? s.say('none'),
        ],
      ]
    : [];

const converted = ({ left, right }: SectionOf<'convert'>, s: Setting): string =>
  `${told(s, amount(left, s.p))} = ${told(s, amount(right, s.p))}`;

/** `trees`: the entry first, then what it stands on. */
export const years = (
  rules: RuleSet,
  trees: readonly { readonly tree: RuleFile; readonly file: string }[],
  s: Setting,
): readonly Block[] => {
  const seen = new Set<string>();
  const conversions = trees.flatMap(({ tree, file }) =>
    tree.sections.flatMap((section): Row[] => {
      if (section.kind !== 'convert') return [];
      const says = converted(section, s);
      if (seen.has(says)) return [];
      seen.add(says);
      return [[s.say('convert'), says, inherited(s, file) ?? s.say('none')]];
    }),
  );
  const rows = [...cycle(rules, s), ...makeup(rules, s), ...carry(rules, s), ...remainder(rules, s), ...conversions];
  const columns = [
    { head: s.say('matter'), share: 14 },
    { head: s.say('content'), share: 62 },
    { head: s.say('clause'), share: 24 },
  ];
  return rows.length === 0 ? [] : [heading(1, s.say('years')), ...table(columns, rows)];
};
