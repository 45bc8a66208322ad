/** 核对提示 and 不计算的条款: what asks someone to look, and what has no number. */
import { clauses } from '../../language/value.ts';
import type { RuleFile } from '../../model/ast.ts';
import type { RuleSet } from '../../model/ruleset.ts';
import { type Block, heading, table } from '../blocks.ts';
import { conditionText } from './conditions.ts';
import { clauseCell, listed, type Setting, told } from './setting.ts';

export const notices = ({ notices: all }: RuleSet, s: Setting): readonly Block[] => {
  const { say } = s;
  const rows = all.map((one) => {
    const { same, when, text } = one.node;
    const where = conditionText(s, when);
    const alike =
      same &&
      say('same', {
        fields: listed(
          s,
          same.map((field) => field.text),
        ),
      });
    const told_ = alike && where ? say('sameWhere', { same: alike, when: where }) : (alike ?? where ?? say('none'));
    return [text.value, told_, clauseCell(s, one)];
  });
  const columns = [
    { head: say('notice'), share: 42 },
    { head: say('where'), share: 38 },
    { head: say('clause'), share: 20 },
  ];
  return rows.length === 0 ? [] : [heading(1, say('notices')), ...table(columns, rows)];
};

/** Of the file alone: a register speaks of its own regulation. */
export const uncomputed = ({ sections }: RuleFile, s: Setting): readonly Block[] => {
  const { say } = s;
  const rows = sections.flatMap((section) =>
    section.kind === 'uncomputed' ? [[told(s, clauses(section.clauses)), section.reason?.value ?? say('none')]] : [],
  );
  const columns = [
    { head: say('clauses'), share: 36 },
    { head: say('reason'), share: 64 },
  ];
  return rows.length === 0 ? [] : [heading(1, say('uncomputed')), ...table(columns, rows)];
};
