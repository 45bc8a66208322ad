/** What came of a practitioner in a few sentences, and as a text for them: no ids, no lines of files. */
import { keywords, type PersonResult, type Plan, type RawFacts } from '../../src/index.ts';
import type { Lang } from '../state/prefs.ts';
import { type Args, said, type WordId } from '../words/index.ts';
import type { Judged } from '../worker/personProtocol.ts';
import { factWords } from './fields.ts';
import { cents, type Ladder, type Line } from './ladder.ts';
import { capShort, credits } from './short.ts';

const quiet = new Set(['id', 'practitioner', 'date', 'start', 'end', 'makeup_year', 'makeup_proof']);

/** A record in its facts: `推荐项目 · 省级 · 主讲人 · 9 小时`. Its days stand elsewhere. */
export function activityWords(plan: Plan, facts: RawFacts, lang: Lang, project = false): string {
  return plan.recordFields
    .filter(({ key, default: usual }) => !quiet.has(key) && (project || key !== 'project') && facts.get(key) !== usual)
    .flatMap((field) => {
      const value = facts.get(field.key);
      if (value === undefined || value === null || value === '') return [];
      return factWords(field, value, (unit) => keywords[unit][lang]) || [];
    })
    .join(' · ');
}

/** `03-14`, `03-03～05-30`; with its year where that is another. */
export function dayWords(facts: RawFacts, year: number): string {
  const text = (key: string): string => {
    const day = String(facts.get(key) ?? '');
    return day.startsWith(`${year}-`) ? day.slice(5) : day;
  };
  const [date, start, end] = [text('date'), text('start'), text('end')];
  if (start !== '' || end !== '') return `${start}～${end}`;
  return date;
}

/** Why an activity got nothing. */
export function whyNothing({ record, rungs, gained, item }: Line): {
  readonly word: WordId;
  readonly why: WordId | { readonly text: string };
} {
  if (record.reason !== null) return { word: `reason_${record.reason}`, why: { text: record.detail ?? record.reason } };
  const awarded = rungs.find(({ step }) => step.kind === 'award');
  if (gained === 0 && awarded?.step.quantity != null) return { word: 'reason_unit', why: 'whyUnit' };
  if (awarded === undefined && (item?.deems.length ?? 0) > 0) return { word: 'reason_deemed', why: 'whyDeemed' };
  return { word: 'reason_zero', why: 'whyZero' };
}

export function verdictOf(result: PersonResult, lang: Lang): string {
  const { status, shortfall, requirements } = result;
  if (status === 'exempt') return said('verdictExempt', lang);
  if (status === 'met') return said('verdictMet', lang);
  if (shortfall > 0) return said('verdictUnmet', lang, { n: shortfall });
  const names = requirements.filter(({ met }) => !met).map(({ name }) => name);
  return said('verdictUnmetOther', lang, { names: names.join(lang === 'zh' ? '、' : ', ') });
}

/** The conclusion, its parts, what was cut, and what got nothing. */
export function sentencesOf({ result, plan, year, person }: Judged, ladder: Ladder, lang: Lang): readonly string[] {
  const tell = (id: WordId, args: Args): string => said(id, lang, args);
  const comma = lang === 'zh' ? '、' : ', ';
  const { credits: total, required, status } = result;
  const verdict = verdictOf(result, lang);
  const free = required === 0 || status === 'exempt';
  const parts = ladder.groups.flatMap(({ category, counted }) =>
    category && counted > 0 ? [`${category.label} ${credits(counted)}`] : [],
  );
  if (ladder.carried) parts.push(`${tell('carriedIn', {})} ${credits(ladder.carried.credits)}`);
  const cuts = new Map<string, { words: string; lost: number }>();
  for (const { cuts: all } of ladder.groups.flatMap(({ lines }) => lines)) {
    for (const { cap, lost, step } of all) {
      const key = `${step.to} ${step.rule}`;
      const before = cuts.get(key)?.lost ?? 0;
      const limit = cap ? capShort(cap, plan, lang) : tell('bestOnly', {});
      cuts.set(key, { words: `${step.to} ${limit}`, lost: before + lost });
    }
  }
  const took = [...cuts.values()].map(({ words, lost }) => tell('sayCut', { cap: words, n: credits(lost) }));
  const nothing = ladder.groups
    .flatMap(({ lines }) => lines)
    .filter(({ counted, lost }) => counted === 0 && lost === 0);
  return [
    tell(free ? 'sayTotalFree' : 'sayTotal', { year, credits: total, required, verdict }),
    parts.length > 0 ? tell('sayParts', { parts: parts.join(comma) }) : tell('sayNone', {}),
    ...(took.length > 0
      ? [tell('sayCuts', { n: credits(ladder.lost), cuts: took.join(lang === 'zh' ? '；' : '; ') })]
      : []),
    ...(nothing.length > 0
      ? [
          tell('sayNothing', { n: nothing.length }) +
            nothing
              .map((line) => {
                const { why } = whyNothing(line);
                const facts = person.records[line.index] ?? new Map();
                const what = [dayWords(facts, year), activityWords(plan, facts, lang)].filter(Boolean).join(' ');
                return lang === 'zh'
                  ? `${what}（${typeof why === 'string' ? said(why, lang) : why.text}）`
                  : ` ${what} (${typeof why === 'string' ? said(why, lang) : why.text})`;
              })
              .join(lang === 'zh' ? '；' : ';') +
            (lang === 'zh' ? '。' : '.'),
        ]
      : []),
  ];
}

/** For the practitioner: the conclusion, then every activity with its clause. */
export function textFor(judged: Judged, ladder: Ladder, lang: Lang): string {
  const { plan, person, year } = judged;
  const tell = (id: WordId, args: Args = {}): string => said(id, lang, args);
  const [first = '', ...rest] = sentencesOf(judged, ladder, lang);
  const lines = ladder.groups.flatMap(({ category, lines: all, counted }) => [
    `${category?.label ?? tell('noCategory')} ${credits(counted)}`,
    ...all.map((line) => {
      const facts = person.records[line.index] ?? new Map();
      const what = [dayWords(facts, year), activityWords(plan, facts, lang, true)].filter(Boolean).join(' ');
      const clause =
        line.record.clause === null ? '' : lang === 'zh' ? `（${line.record.clause}）` : ` (${line.record.clause})`;
      const cuts = line.cuts.map(
        ({ cap, lost }) => `${cap ? capShort(cap, plan, lang) : tell('bestOnly')} −${credits(lost)}`,
      );
      const { why } = whyNothing(line);
      const because =
        line.lost > 0
          ? tell('lineCut', { gained: credits(line.gained), cuts: cuts.join(lang === 'zh' ? '，' : ', ') })
          : line.counted === 0
            ? lang === 'zh'
              ? `（${typeof why === 'string' ? tell(why) : why.text}）`
              : ` (${typeof why === 'string' ? tell(why) : why.text})`
            : '';
      return `  ${tell('lineSays', { activity: what + clause, n: credits(line.counted) })}${because}`;
    }),
  ]);
  const title = `${plan.title ?? plan.label} ${plan.version}`;
  return [title, first, rest[0] ?? '', '', tell('linesHeading'), ...lines].join('\n');
}

/** A sum that is shown is one of hundredths. */
export const same = (ladder: Ladder, result: PersonResult): boolean => ladder.counted === cents(result.credits);
