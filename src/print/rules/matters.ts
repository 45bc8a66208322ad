/** Lines of a 类别, 条目 or 分组 as rows: the matter, where it holds, and what is ruled. */
import { each as everyOf } from '../../language/award.ts';
import { references } from '../../language/group.ts';
import { amount, freeText, name, ratio } from '../../language/value.ts';
import { enumerated } from '../../language/words.ts';
import type { Basis, Cond, Falling, Line, LineKind, LineOf, Remainder } from '../../model/ast.ts';
import type { WordId } from '../words.ts';
import { conditionText, idle } from './conditions.ts';
import { inForce, joined, listed, readingNamed, type Setting, told } from './setting.ts';
import { pooledOver } from './value.ts';

interface Matter {
  readonly matter: WordId;
  readonly when?: Cond | undefined;
  readonly says: string;
}

const SPANS = {
  record: 'spanRecord',
  project: 'spanProject',
  day: 'spanDay',
  year: 'spanYear',
  cycle: 'spanCycle',
} as const;

const spanOf = ({ say }: Setting, per: Basis): string =>
  per.kind === 'span' ? say(SPANS[per.id]) : say('spanReading', { reading: per.name.text });

const pooled = (setting: Setting, by: Basis | undefined): string | undefined => {
  if (!by) return undefined;
  if (by.kind === 'span') return pooledOver(setting, by.id);
  const named = setting.say('byReading', { reading: by.name.text });
  const reading = readingNamed(setting, by.name);
  const value = reading && inForce(setting, reading)?.value;
  if (value?.kind !== 'basis') return named;
  const now = pooledOver(setting, value.id);
  return setting.lang === 'zh' ? `${now}（${named}）` : `${now} (${named})`;
};

export const remainderText = (setting: Setting, of: Remainder | undefined): string | undefined => {
  if (!of) return undefined;
  if (of.kind === 'reading') return setting.say('remainderReading', { reading: of.name.text });
  if (of.kind !== 'prorate') return setting.say(of.kind);
  return of.step
    ? setting.say('prorateTo', { step: told(setting, amount(of.step, setting.p)) })
    : setting.say('prorate');
};

export const fallingText = (setting: Setting, of: Falling | undefined): string | undefined => {
  if (!of) return undefined;
  const less = of.by.kind === 'share' ? ratio(of.by.ratio) : told(setting, amount(of.by.amount, setting.p));
  const least = of.least && setting.say('notUnder', { least: told(setting, amount(of.least, setting.p)) });
  return joined(setting, [setting.say('fallingBy', { rank: of.rank.text, less }), least]);
};

/** What holds for a whole award table, said beside its name. */
export const tableTerms = (setting: Setting, line: LineOf<'awardTable'>): string =>
  joined(setting, [
    conditionText(setting, line.when),
    pooled(setting, line.by),
    remainderText(setting, line.remainder),
    fallingText(setting, line.falling),
    idle(setting, line.when),
  ]);

const rateText = (setting: Setting, { rate }: LineOf<'award'>): string => {
  const { say, p } = setting;
  if (rate.kind === 'field') return say('stated', { field: rate.field.text });
  const credits = told(setting, amount(rate.credits, p));
  if (rate.kind === 'flat') return say('flat', { credits });
  // The word 每 is in the sentence.
  const [, ...every] = everyOf(rate, p) as readonly { text: string }[];
  return say('per', { every: told(setting, every), credits });
};

/** A field of yes or no that stands alone behind 「适用：」 reads like a name. */
const forText = (setting: Setting, when: Cond): string => {
  const said = conditionText(setting, when) ?? '';
  return when.kind === 'fact' ? setting.say('forYes', { field: said }) : said;
};

type Told = { readonly [K in LineKind]: ((line: LineOf<K>, setting: Setting) => Matter) | null };

export const OPEN = { stricter: 'openStricter', freely: 'openFreely', add: 'openAdd' } as const;

/** Null: no matter of what earns credits, or told in another place. */
const tell: Told = {
  form: ({ values }, s) => ({ matter: 'form', says: told(s, enumerated(values.map(name))) }),
  for: ({ when }, s) => ({ matter: 'for', says: forText(s, when) }),
  members: ({ of }, s) => ({ matter: 'members', says: told(s, references(of, s.p)) }),
  approver: ({ who }) => ({ matter: 'approver', says: freeText(who) }),
  placed: ({ field }, { say }) => ({ matter: 'placed', says: say('placedBy', { field: field.text }) }),
  gate: ({ that, when }, s) => ({
    matter: 'gate',
    when,
    says: s.say('needed', { that: conditionText(s, that) ?? '' }),
  }),
  award: (line, s) => ({
    matter: 'award',
    when: line.when,
    says: joined(s, [
      rateText(s, line),
      pooled(s, line.by),
      remainderText(s, line.remainder),
      fallingText(s, line.falling),
    ]),
  }),
  falling: ({ of }, s) => ({ matter: 'falling', says: fallingText(s, of) ?? '' }),
  factor: ({ by, when }, { say }) => ({
    matter: 'factor',
    when,
    says: say('multiplied', { by: by.kind === 'ratio' ? ratio(by.ratio) : by.number.digits }),
  }),
  best: ({ count, per, when }, s) => ({
    matter: 'best',
    when,
    says: s.say('bestOf', { span: spanOf(s, per), count: count.digits }),
  }),
  deem: ({ credits, when }, s) => ({
    matter: 'deem',
    when,
    says: credits ? s.say('deemedAt', { credits: told(s, amount(credits, s.p)) }) : s.say('deemedAll'),
  }),
  cap: ({ per, limit, when }, s) => ({
    matter: 'cap',
    when,
    says: s.say('atMost', { span: spanOf(s, per), limit: told(s, amount(limit, s.p)) }),
  }),
  remainder: ({ of }, s) => ({ matter: 'remainder', says: remainderText(s, of) ?? '' }),
  open: ({ mode }, { say }) => ({ matter: 'open', says: say(OPEN[mode]) }),
  accepted: ({ reason }) => ({ matter: 'accepted', says: reason.value }),
  cite: null,
  awardTable: null,
  language: null,
  title: null,
  number: null,
  effective: null,
  until: null,
  under: null,
  repeals: null,
  clauses: null,
  cycle: null,
  option: null,
  question: null,
  adopt: null,
  except: null,
  minimum: null,
  since: null,
  reduce: null,
  exampleYear: null,
  exampleAdopt: null,
  person: null,
  record: null,
  expect: null,
  exampleTable: null,
  broken: null,
};

/** What a section is about comes before what it rules, and remarks behind. */
const ABOUT: readonly WordId[] = ['members', 'form', 'for', 'approver', 'placed', 'open'];
const REMARKS: readonly WordId[] = ['accepted', 'quoted'];
const RULES: readonly WordId[] = ['gate', 'award', 'falling', 'factor', 'best', 'deem', 'remainder', 'cap'];

const matterOf = (line: Line, setting: Setting): Matter | null => {
  if (line.kind === 'cite') return line.quote ? { matter: 'quoted', says: `「${line.quote.value}」` } : null;
  return (tell[line.kind] as ((of: Line, s: Setting) => Matter) | null)?.(line, setting) ?? null;
};

export interface Matters {
  /** `形式：推荐项目、推广项目。审核：用人单位。` */
  readonly about: string;
  /** Rows of three cells: the matter, where it holds, what is ruled. */
  readonly rules: readonly (readonly string[])[];
  readonly remarks: readonly string[];
}

/** Lines that one word opens stand together. */
export const mattersOf = (lines: readonly Line[], setting: Setting): Matters => {
  const { say } = setting;
  const all = lines.flatMap((line) => matterOf(line, setting) ?? []);
  const among = (order: readonly WordId[]): readonly Matter[] =>
    order.flatMap((id) => all.filter(({ matter }) => matter === id));
  const said = ({ matter, says }: Matter): string => say('matterSays', { matter: say(matter), says }).trimEnd();
  // Several of one kind are said in one breath.
  const about = [...Map.groupBy(among(ABOUT), ({ matter }) => matter)].map(([matter, of]) => ({
    matter,
    says:
      matter === 'for'
        ? joined(
            setting,
            of.map(({ says }) => says),
          )
        : listed(
            setting,
            of.map(({ says }) => says),
          ),
  }));
  return {
    about: about.map(said).join(setting.lang === 'zh' ? '' : ' '),
    rules: among(RULES).map(({ matter, when, says }) => [
      say(matter),
      conditionText(setting, when) ?? say('none'),
      [says, idle(setting, when)].filter(Boolean).join(' '),
    ]),
    remarks: among(REMARKS).map(said),
  };
};
