/** 适用对象和要求: who is not bound, and what is required of each population. */
import { each as everyOf } from '../../language/award.ts';
import { reference, references } from '../../language/group.ts';
import { closed } from '../../language/prose.ts';
import { amount, ratio } from '../../language/value.ts';
import type { Line, LineOf, SectionOf, SectionRef } from '../../model/ast.ts';
import type { From, RuleSet } from '../../model/ruleset.ts';
import { type Block, heading, paragraph, table } from '../blocks.ts';
import { conditionText, idle } from './conditions.ts';
import { OPEN } from './matters.ts';
import { asideOf, clauseCell, joined, listed, type Setting, told } from './setting.ts';

const subjectText = (setting: Setting, of: SectionRef | undefined): string =>
  of ? setting.say('subjectFirst', { subject: told(setting, reference(of, setting.p)) }) : '';

const minimum = (line: LineOf<'minimum'>, s: Setting): string => {
  const { say, p } = s;
  const { amount: of, subject, fillable } = line;
  const most = line.bound === 'atMost' || line.bound === 'upTo';
  const needed =
    of.kind === 'amount'
      ? told(s, amount(of.amount, p))
      : say(of.of === 'required' ? 'ofRequired' : 'ofEarned', { share: ratio(of.ratio) });
  const filled = fillable
    ? say('fillable', { from: told(s, references(fillable.from, p)) }) +
      (fillable.limit ? say('fillableTo', { share: ratio(fillable.limit) }) : '')
    : '';
  const said = say('minimum', {
    span: say(line.per === 'year' ? 'spanYear' : 'spanCycle'),
    subject: subject ? say('ofSubject', { subject: told(s, reference(subject, p)) }) : '',
    bound: say(most ? 'notOver' : 'atLeast', { amount: needed }),
  });
  return s.lang === 'zh' ? closed(said + filled) : said + filled;
};

const reduced = ({ by, subject }: LineOf<'reduce'>, s: Setting): string => {
  const { say, p } = s;
  const of = subjectText(s, subject);
  switch (by.kind) {
    case 'amount':
      return say('reduced', { subject: of, less: told(s, amount(by.amount, p)) });
    case 'per': {
      const [, ...every] = everyOf(by, p) as readonly { text: string }[];
      return say('reducedPer', { subject: of, every: told(s, every), less: told(s, amount(by.credits, p)) });
    }
    case 'share':
      return say('reduced', { subject: of, less: ratio(by.ratio) });
    case 'all':
      return say('reducedAll', { subject: of });
  }
};

const lineText = (line: Line, s: Setting): string | null => {
  const within = (text: string, when: LineOf<'minimum'>['when']): string => {
    const where = conditionText(s, when);
    const told_ = where === undefined ? text : text + s.say('whereTold', { when: where });
    return [told_, idle(s, when)].filter(Boolean).join(' ');
  };
  if (line.kind === 'minimum') return within(minimum(line, s), line.when);
  if (line.kind === 'reduce') return within(reduced(line, s), line.when);
  if (line.kind === 'accepted') return line.reason.value;
  if (line.kind !== 'since') return null;
  const step = line.step ? s.say('sinceStep', { step: told(s, amount(line.step, s.p)) }) : '';
  return s.say('since', { field: line.field.text }) + step;
};

/** What rules below it may do with a requirement; in one breath. */
const openText = (lines: readonly Line[], s: Setting): string | null => {
  const modes = lines.flatMap((line) => (line.kind === 'open' ? [s.say(OPEN[line.mode])] : []));
  return modes.length === 0 ? null : s.say('matterSays', { matter: s.say('open'), says: listed(s, modes) }).trimEnd();
};

const whoOf = ({ node }: From<SectionOf<'require'>>, others: boolean, s: Setting): string => {
  const bound = node.lines.flatMap((line) => (line.kind === 'for' ? [conditionText(s, line.when) ?? ''] : []));
  const who = bound.length > 0 ? joined(s, bound) : s.say(others ? 'otherwise' : 'everyone');
  return node.label ? `${node.label.text}${s.lang === 'zh' ? '：' : ': '}${who}` : who;
};

/** Those for some come behind the one for all: they replace its lines. */
const requirements = ({ requirements: all }: RuleSet, s: Setting): readonly Block[] => {
  const conditional = ({ node }: From<SectionOf<'require'>>): boolean => node.lines.some(({ kind }) => kind === 'for');
  const others = all.some(conditional);
  const rows = all
    .toSorted((a, b) => Number(conditional(a)) - Number(conditional(b)))
    .map((one) => [
      whoOf(one, others, s),
      [...one.node.lines.map((line) => lineText(line, s)), openText(one.node.lines, s)]
        .filter((text) => text !== null)
        .join('\n') || s.say('none'),
      clauseCell(s, one),
    ]);
  const columns = [
    { head: s.say('who'), share: 36 },
    { head: s.say('requirement'), share: 44 },
    { head: s.say('clause'), share: 20 },
  ];
  return table(columns, rows);
};

const scope = ({ scope: of }: RuleSet, s: Setting): readonly Block[] => {
  if (!of) return [];
  const parts = of.node.lines.flatMap((line) => {
    if (line.kind === 'accepted') return [line.reason.value];
    if (line.kind !== 'except') return [];
    const said = s.say('excepted', { when: conditionText(s, line.when) ?? '' });
    return [[said, idle(s, line.when)].filter(Boolean).join(' ')];
  });
  if (parts.length === 0) return [];
  const aside = asideOf(s, of);
  return [
    paragraph(joined(s, parts) + (s.lang === 'zh' ? (aside ? `（${aside}）。` : '。') : aside ? ` (${aside}).` : '.')),
  ];
};

export const people = (rules: RuleSet, s: Setting): readonly Block[] => {
  const parts = [...scope(rules, s), ...requirements(rules, s)];
  return parts.length === 0 ? [] : [heading(1, s.say('people')), ...parts];
};
