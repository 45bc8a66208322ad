/** The explanation of one practitioner, as it is put together from the steps of the reckoning. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fieldsOf, formField, personFieldsOf } from '../../editor/explain/fields.ts';
import { cents, ladderOf } from '../../editor/explain/ladder.ts';
import { awardShort, capShort, conditionShort, deemShort } from '../../editor/explain/short.ts';
import { bare, exampleOf } from '../../editor/explain/toExample.ts';
import { openText, rosterOf } from '../../src/data/index.ts';
import { documentOf, editsFor, sheetsOf } from '../../src/edit/index.ts';
import { casesOf, compile, explain, type Plan, type RawPerson, runExamples } from '../../src/index.ts';

const read = (path: string): string => readFileSync(new URL(`../../rules/${path}`, import.meta.url), 'utf8');
const library = [{ file: 'national.cme', text: read('national.cme') }];
const source = { file: 'hubei.cme', text: read('hubei.cme') };
const hubei = compile(source, { library });
const plan = hubei.plan as Plan;
const roster = rosterOf(openText(read('samples/hubei-2025.json'), 'sample.json', 'json'), plan).roster;
const people = (roster?.entries ?? []).filter((_, at) => at % 4 === 0).map((entry) => entry.person());

const others = ['national.cme', 'samples/two-class.cme', 'samples/five-year.cme'].map((file) =>
  compile({ file, text: read(file) }),
);

const peopleOf = (all: typeof hubei) =>
  casesOf(all).map((one) => ({ person: { facts: one.person, records: one.records }, year: one.year }));

describe('the ladder', () => {
  const every: [string, Plan, RawPerson, number][] = [
    ...people.map((person): [string, Plan, RawPerson, number] => ['hubei', plan, person, 2025]),
    ...others.flatMap((all) =>
      peopleOf(all).map(({ person, year }): [string, Plan, RawPerson, number] => [
        all.plan?.label ?? '',
        all.plan as Plan,
        person,
        year,
      ]),
    ),
  ];

  test('what stands under a sum adds up to it, and the total is the evaluation’s', () => {
    for (const [, rules, person, year] of every) {
      const result = explain(rules, person, year);
      const ladder = ladderOf(rules, result);
      const lines = ladder.groups.flatMap((group) => group.lines);
      expect(lines.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual(result.records.map((_, at) => at));
      for (const { counted, record } of lines) expect(counted).toBe(cents(record.credits));
      for (const group of ladder.groups) {
        expect(group.counted).toBe(group.lines.reduce((sum, line) => sum + line.counted, 0));
        expect(group.gained - group.lost).toBe(group.counted);
      }
      const sum = ladder.groups.reduce((all, group) => all + group.counted, 0);
      expect(sum + (ladder.carried?.credits ?? 0)).toBe(ladder.counted);
      expect(ladder.counted).toBe(cents(result.credits));
    }
  });

  test('every award, cap and refusal that is a line of the rules leads to that line', () => {
    const texts = new Map([source, ...library].map(({ file, text }) => [file, text.split('\n')]));
    let met = 0;
    for (const person of people) {
      const ladder = ladderOf(plan, explain(plan, person, 2025));
      for (const line of ladder.groups.flatMap((group) => group.lines)) {
        for (const { step, source: at } of line.rungs) {
          if (step.kind === 'refused' && line.record.reason !== 'gate') continue;
          expect(at, step.rule).not.toBeNull();
          const written = texts.get(at?.file ?? '')?.[(at?.line ?? 0) - 1]?.trim() ?? '';
          const head = step.kind === 'refused' ? '条件' : step.rule.split(' ')[0];
          expect(written.startsWith(head ?? '') || written.startsWith('|'), `${step.rule} | ${written}`).toBe(true);
          met++;
        }
        if (line.record.reason === 'gate') expect(line.refused).not.toBeNull();
      }
    }
    expect(met).toBeGreaterThan(400);
  });
});

describe('fields', () => {
  const label = (all: readonly { readonly label: string }[]) => all.map((field) => field.label);

  test('those that the items of a form read come first', () => {
    expect(formField(plan)?.label).toBe('形式');
    const notes = fieldsOf(plan, new Map([['form', 'study_notes']]));
    expect(label(notes.first)).toEqual(['形式', '日期', '认定', '字数']);
    const project = fieldsOf(plan, new Map([['form', 'recommended_project']]));
    expect(label(project.first)).toEqual(['形式', '日期', '项目编号', '角色', '级别', '远程', '时长', '考核合格']);
    const study = fieldsOf(plan, new Map([['form', 'advanced_study']]));
    expect(label(study.first)).toEqual(['形式', '开始日期', '结束日期', '时长', '考核合格', '单位批准']);
    expect(label(fieldsOf(plan, new Map()).first)).toEqual(['形式']);
  });

  test('of a person, those that a requirement or an exception reads', () => {
    expect(label(personFieldsOf(plan).first)).toEqual(['机构类别', '参加毕业后医学教育']);
  });
});

describe('in few words', () => {
  const item = (name: string) => plan.items.find(({ label }) => label === name) as Plan['items'][number];

  test('awards, caps and deemings', () => {
    expect(awardShort(item('国家和省级项目'), plan, 'zh')).toBe('3 小时 1 分｜主讲人 1 小时 2 分');
    expect(awardShort(item('论文'), plan, 'zh')).toBe('每次 5～10 分');
    expect(awardShort(item('学习笔记'), plan, 'en')).toBe('1 per 2000 words');
    expect(plan.caps.slice(0, 2).map((cap) => capShort(cap, plan, 'zh'))).toEqual(['远程每个项目 3', '每个项目 10']);
    expect(deemShort(item('进修学习').deems[0] as never, plan, 'zh')).toBe('满 90 天计 25');
    expect(conditionShort(item('省级社团学术活动').match, plan, 'zh')).toBe('省级社团学术活动 · 认定');
  });
});

describe('as an example', () => {
  test('what was reckoned is what the example gives, for people who tell much', () => {
    const tried = people.filter((_, at) => at % 6 === 0);
    let text = source.text;
    let added = 0;
    for (const [at, person] of tried.entries()) {
      const example = bare(plan, person, 2025);
      const result = explain(plan, example, 2025);
      const title = `测试 ${at}`;
      const gesture = exampleOf(plan, { title, person: example, year: 2025, chosen: {} }, result);
      const document = { ...documentOf(hubei, 1), text };
      const view = sheetsOf(documentOf(hubei, 1));
      const answer = editsFor(documentOf(hubei, 1), view, { ...gesture, version: 1 });
      // What the text has no way to say is refused, and the file stays as it is.
      if ('refused' in answer) continue;
      const put = answer.edits.map((edit) => edit.text).join('');
      expect(put).not.toContain(String(person.facts.get('id')));
      expect(put).not.toContain(String(person.facts.get('name')));
      text = `${document.text.trimEnd()}\n\n${put.trim()}\n`;
      added++;
    }
    expect(added).toBeGreaterThan(5);
    const compiled = compile({ ...source, text }, { library });
    expect(compiled.diagnostics.filter(({ code }) => code.startsWith('CME1'))).toEqual([]);
    const mine = runExamples(compiled).examples.filter(({ name }) => name.startsWith('测试 '));
    expect(mine.length).toBe(added);
    expect(mine.filter(({ pass }) => !pass)).toEqual([]);
  });
});
