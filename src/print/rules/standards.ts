/** 学分标准: each 类别 with its caps, each 条目 with what it earns, decision tables as tables; then the 分组. */
import { printLine } from '../../language/index.ts';
import type { Line, LineOf } from '../../model/ast.ts';
import type { RuleSet } from '../../model/ruleset.ts';
import { type Block, heading, paragraph, table } from '../blocks.ts';
import { mattersOf, tableTerms } from './matters.ts';
import { asideOf, inForce, readingNamed, type Setting } from './setting.ts';
import { valueText } from './value.ts';

const matters = (lines: readonly Line[], setting: Setting): readonly Block[] => {
  const { say } = setting;
  const { about, rules, remarks } = mattersOf(lines, setting);
  const columns = [
    { head: say('matter'), share: 14 },
    { head: say('where'), share: 39 },
    { head: say('rule'), share: 47 },
  ];
  return [
    ...(about === '' ? [] : [paragraph(about)]),
    ...table(columns, rules),
    ...remarks.map((remark) => paragraph(remark, 'note')),
  ];
};

/** A reading in a cell says what it stands for now: 前三名（2～4）. */
const cellText = (text: string, setting: Setting): string => {
  const reading = readingNamed(setting, { text, quoted: false, span: { start: 0, end: 0 } });
  const value = reading && inForce(setting, reading)?.value;
  if (!value) return text;
  return setting.lang === 'zh' ? `${text}（${valueText(value, setting)}）` : `${text} (${valueText(value, setting)})`;
};

const decision = (line: LineOf<'awardTable'>, owner: string, setting: Setting): readonly Block[] => {
  const rows = (printLine(line, setting.p).rows ?? []).map(({ cells }) => cells);
  const [heads = [], ...body] = rows;
  const terms = tableTerms(setting, line);
  const title = setting.say('awardTable', { name: owner });
  const wide = (at: number): number => Math.min(24, Math.max(6, ...rows.map((cells) => [...(cells[at] ?? '')].length)));
  const columns = heads.map((head, at) => ({
    head,
    share: wide(at),
    ...(line.table.columns[at]?.kind === 'credits' && { align: 'right' as const }),
  }));
  return [
    paragraph(terms === '' ? title : setting.lang === 'zh' ? `${title}（${terms}）` : `${title} (${terms})`, 'caption'),
    ...table(
      columns,
      body.map((cells) => heads.map((_, at) => cellText(cells[at] ?? '', setting))),
    ),
  ];
};

const decisions = (lines: readonly Line[], owner: string, setting: Setting): readonly Block[] =>
  lines.flatMap((line) => (line.kind === 'awardTable' ? decision(line, owner, setting) : []));

export const standards = ({ categories, groups }: RuleSet, setting: Setting): readonly Block[] => {
  const parts = categories.flatMap(({ label, section, items }) => [
    heading(2, label, asideOf(setting, section)),
    ...matters(section.node.lines, setting),
    ...items.flatMap((item) => [
      heading(3, item.label, asideOf(setting, item.section)),
      ...matters(item.section.node.lines, setting),
      ...decisions(item.section.node.lines, item.label, setting),
    ]),
  ]);
  const grouped = groups.flatMap(({ label, section }) => [
    heading(2, label, asideOf(setting, section)),
    ...matters(section.node.lines, setting),
  ]);
  return [
    ...(parts.length === 0 ? [] : [heading(1, setting.say('standards')), ...parts]),
    ...(grouped.length === 0 ? [] : [heading(1, setting.say('groups')), ...grouped]),
  ];
};
