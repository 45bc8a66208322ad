/** What the roster screen does without a screen: matching columns, counting people, trying a change, writing results. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chainOf } from '../../editor/roster/chain.ts';
import { csvRow } from '../../editor/roster/export.ts';
import { people } from '../../editor/roster/filter.ts';
import { ALL_FORMS, formsOf, formsTouched } from '../../editor/roster/forms.ts';
import { groupRows } from '../../editor/roster/groups.ts';
import { movedBy } from '../../editor/roster/impact.ts';
import { type Knob, knobsOf } from '../../editor/roster/knobs.ts';
import { bare, clashes, guessHead, guessYear, headFor, learnt, matchHeaders } from '../../editor/roster/match.ts';
import { Grouping, Outcomes, reasons } from '../../editor/roster/outcomes.ts';
import { spotName, spotOf } from '../../editor/roster/spot.ts';
import { binWidth, capRows, categoryRows, figuresOf, needsOf, spreadOf } from '../../editor/roster/tally.ts';
import { turn } from '../../editor/roster/turn.ts';
import { openRoster, rosterOf } from '../../src/data/index.ts';
import { documentOf, sheetsOf } from '../../src/edit/index.ts';
import { compile, evaluator, type Plan, type RawPerson } from '../../src/index.ts';

const read = (path: string): string => readFileSync(new URL(`../../rules/${path}`, import.meta.url), 'utf8');
const library = [{ file: 'national.cme', text: read('national.cme') }];
const compiled = compile({ file: 'hubei.cme', text: read('hubei.cme') }, { library, findings: 'errors' });
const plan = compiled.plan as Plan;

describe('columns are matched', () => {
  const none = new Map<string, never>();

  test('by label, by code, by what people call them everywhere, and for nothing else', () => {
    const headers = ['身份证号码', '姓 名', 'institution', '＊时长（小时）', '活动日期', '科室', '备注'];
    expect(matchHeaders(headers, plan, none).map(({ role, by }) => [role, by])).toEqual([
      ['owner', 'synonym'],
      ['person:name', 'label'],
      ['person:institution', 'code'],
      ['record:hours', 'label'],
      ['record:date', 'synonym'],
      ['group', 'group'],
      ['none', null],
    ]);
  });

  test('headers that are names of every object, that stand twice, or are not there, are told', () => {
    const headers = ['__proto__', 'constructor', 'toString', '人员编号', '人员编号', '', '工号', '时长'];
    const found = matchHeaders(headers, plan, none);
    expect(found.map(({ role }) => role)).toEqual([
      'none',
      'none',
      'none',
      'owner',
      'none',
      'none',
      'none',
      'record:hours',
    ]);
    expect(found.map(({ fault }) => fault)).toEqual([
      null,
      null,
      null,
      null,
      { kind: 'again', first: 4 },
      { kind: 'empty' },
      { kind: 'again', first: 4 },
      null,
    ]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test('what was chosen by hand is remembered by its header alone, however it is written next time', () => {
    const first = matchHeaders(['人员编号', '学习情况', '科室'], plan, none);
    const known = learnt(first, ['owner', 'record:form', 'group']);
    expect([...known]).toEqual([['学习情况', 'record:form']]);
    expect(matchHeaders(['学习 情况（必填）'], plan, known)).toMatchObject([{ role: 'record:form', by: 'remembered' }]);
    expect(bare('＊时长（小时）：')).toBe('时长');
  });

  test('the head is the row of which most is known, also under a title', () => {
    expect(
      guessHead([['2025 年度学分登记表'], [''], ['人员编号', '形式', '时长'], ['p1', '论文', '']], plan, none),
    ).toBe(2);
    expect(
      guessHead(
        [
          ['甲', '乙'],
          ['1', '2'],
        ],
        plan,
        none,
      ),
    ).toBe(0);
    expect(guessHead([[''], ['甲', '乙']], plan, none)).toBe(1);
    expect(guessHead([], plan, none)).toBe(0);
  });

  test('the year is that of most days', () => {
    expect(guessYear(['2025-03-01', '2025/4/2', '2024-12-31', '', '1'])).toBe(2025);
    expect(guessYear(['', '三月'])).toBeNull();
  });

  test('columns to group by stand under names that no rule has, and one thing is in one column', () => {
    expect(headFor(['owner', 'group', 'none', 'record:hours', 'id'])).toEqual([
      'practitioner',
      '#group 1',
      '',
      'hours',
      'id',
    ]);
    expect(clashes(['owner', 'none', 'owner', 'group', 'group', 'none'])).toEqual([[1, 3]]);
  });
});

const entries = rosterOf(
  openRoster(readFileSync(new URL('../../rules/samples/hubei-2025.json', import.meta.url)), 'a.json'),
  plan,
).roster?.entries;
const all: readonly RawPerson[] = (entries ?? []).map((entry) => entry.person());

function judged(by: Plan, crowd: readonly RawPerson[], year = 2025) {
  const judge = evaluator(by);
  const results = crowd.map((person) => judge(person, year, { explain: true }).result);
  const outcomes = new Outcomes(by, crowd.length);
  results.forEach((result, at) => {
    outcomes.put(at, result);
  });
  return { results, outcomes };
}
const cents = (credits: number): number => Math.round(credits * 100);

describe('people are counted', () => {
  const { results, outcomes } = judged(plan, all);
  const figures = figuresOf(outcomes);
  const grouping = new Grouping(all.length);
  all.forEach(({ facts }, at) => {
    grouping.put(at, String(facts.get('institution') ?? ''));
  });
  const pool = { now: outcomes, groups: new Map([['institution', grouping]]), moved: null, change: null };

  test('as the results count them', () => {
    const of = (status: string): number => results.filter((one) => one.status === status).length;
    expect(figures).toMatchObject({ people: 300, met: of('met'), unmet: of('unmet'), exempt: of('exempt') });
    expect(figures.judged).toBe(of('met') + of('unmet'));
    const records = results.flatMap((one) => one.records);
    expect(figures.records).toBe(records.length);
    expect(figures.withoutCredits).toBe(records.filter(({ credits }) => credits === 0).length);
    for (const reason of reasons.filter((one) => one !== 'zero'))
      expect(figures.reasons[reason]).toBe(records.filter((one) => one.reason === reason).length);
    expect(figures.credits).toBe(results.reduce((sum, { credits }) => sum + cents(credits), 0));
  });

  test('each number opens just its people', () => {
    const size = (filter: Parameters<typeof people>[1]): number => people(pool, filter, 'roster').length;
    expect(size({})).toBe(300);
    expect(size({ status: 'unmet' })).toBe(figures.unmet);
    expect(size({ near: figures.nearBy })).toBe(figures.near);
    const short = results.filter(({ status }) => status === 'unmet').map(({ shortfall }) => cents(shortfall));
    const some = short.find((one) => one > 100) ?? 0;
    expect(size({ near: some })).toBe(short.filter((one) => one > 0 && one <= some).length);
    expect(size({ nothing: 'review' })).toBe(
      results.filter((one) => one.records.some(({ reason }) => reason === 'review')).length,
    );
    for (const row of groupRows(outcomes, grouping, [0])) {
      const group = { key: 'institution', at: row.at };
      expect(size({ group, status: 'met' })).toBe(row.met);
      expect(size({ group, judged: true })).toBe(row.judged);
      expect(size({ group, cap: 0 })).toBe(row.caps[0]);
    }
    for (const { required } of needsOf(outcomes))
      for (const { from, below, people: count } of spreadOf(outcomes, required).bins)
        expect(size({ judged: true, required, from, below })).toBe(count);
    for (const { at, people: count, unmet } of capRows(outcomes)) {
      expect(size({ cap: at })).toBe(count);
      expect(size({ cap: at, status: 'unmet' })).toBe(unmet);
    }
    for (const { at, people: count } of categoryRows(outcomes)) expect(size({ category: at })).toBe(count);
  });

  test('parts make up the whole: groups, steps of credits, categories, caps', () => {
    const groups = groupRows(outcomes, grouping, []);
    const [total] = groupRows(outcomes, null, []);
    for (const key of ['judged', 'met', 'unmet', 'exempt'] as const)
      expect(groups.reduce((sum, row) => sum + row[key], 0)).toBe(total?.[key]);
    for (const { required, people: count } of needsOf(outcomes)) {
      const { bins, met, unmet, people: spread } = spreadOf(outcomes, required);
      expect(bins.reduce((sum, bin) => sum + bin.people, 0)).toBe(count);
      expect([spread, met + unmet]).toEqual([count, count]);
      expect(bins.some(({ from }) => from === required)).toBe(true);
    }
    const sums = new Map<string, number>();
    for (const one of results.flatMap((result) => result.categories))
      sums.set(one.code, (sums.get(one.code) ?? 0) + cents(one.credits));
    for (const { at, credits } of categoryRows(outcomes))
      expect(credits).toBe(sums.get(plan.categories[at]?.key ?? '') ?? 0);
    const cut = results.reduce(
      (sum, { steps }) =>
        sum + (steps ?? []).reduce((own, step) => own + (step.kind === 'cap' ? cents(step.lost) : 0), 0),
      0,
    );
    const bestOnly = outcomes.best.lost.reduce((sum, one) => sum + one, 0);
    expect(capRows(outcomes).reduce((sum, { lost }) => sum + lost, 0) + bestOnly).toBe(cut);
    expect(outcomes.cut.reduce((sum, one) => sum + one, 0)).toBe(cut);
  });

  test('the median of a group is what one of them has; steps are a tenth of what is required', () => {
    const [row] = groupRows(outcomes, grouping, []);
    const own = results
      .filter(({ status }, at) => grouping.of[at] === row?.at && status !== 'exempt')
      .map(({ credits }) => cents(credits));
    expect(row?.median).toBe(own.toSorted((a, b) => a - b)[(own.length - 1) >> 1]);
    expect([binWidth(2500), binWidth(1500), binWidth(0)]).toEqual([250, 150, 10]);
  });

  test('in the order that was asked for', () => {
    const short = [...people(pool, { status: 'unmet' }, 'near')].map((at) => outcomes.shortfall[at] ?? 0);
    expect(short).toEqual(short.toSorted((a, b) => a - b));
    const most = [...people(pool, {}, 'most')].map((at) => outcomes.credits[at] ?? 0);
    expect(most).toEqual(most.toSorted((a, b) => b - a));
  });

  test('of too many values nobody makes groups', () => {
    const many = new Grouping(5000);
    for (let at = 0; at < 5000; at++) many.put(at, String(at));
    expect(many.full).toBe(true);
  });
});

describe('a change is tried', () => {
  const document = documentOf(compiled, 0);
  const view = sheetsOf(document);
  const knobs = knobsOf(view);

  test('every number and option that can be turned is one cell of the text, and only it changes', () => {
    for (const kind of ['cap', 'rate', 'need', 'threshold', 'reading'] as const)
      expect(knobs.some((one) => one.kind === kind)).toBe(true);
    expect(new Set(knobs.map(spotName)).size).toBe(knobs.length);
    for (const knob of knobs) {
      const { slot, value, options, line } = knob;
      const other = options.find((one) => one !== value) ?? String(Number(value) + 1);
      const done = turn(document, view, [{ ...spotOf(knob), value: other }]);
      if ('refused' in done) throw new Error(`${line}: ${slot} ${value} → ${other}: ${done.refused.id}`);
      expect(done.edits).toHaveLength(1);
      const [lines, before] = [done.text.split('\n'), document.text.split('\n')];
      expect(lines.flatMap((text, at) => (text === before[at] ? [] : [at + 1]))).toEqual([line]);
    }
  });

  test('who moves is who moves when everybody is judged again', () => {
    const knob = knobs.find(({ kind, words }) => kind === 'cap' && words.startsWith('上限 每年 10 学分 当'));
    if (!knob) throw new Error('no such cap');
    const done = turn(document, view, [{ row: knob.row, slot: knob.slot, value: '12' }]);
    if ('refused' in done) throw new Error(done.refused.id);
    const after = compile({ file: 'hubei.cme', text: done.text }, { library, findings: 'errors' }).plan as Plan;
    const [old, now] = [judged(plan, all), judged(after, all)];
    const moved = movedBy(old.outcomes, now.outcomes, 'looser');
    const pairs = old.results.map((one, at) => [one, now.results[at]] as const);
    expect(moved.counts.up).toBe(pairs.filter(([a, b]) => (b?.credits ?? 0) > a.credits).length);
    expect(moved.counts.up).toBeGreaterThan(0);
    expect(moved.counts.down).toBe(0);
    expect(moved.counts.toMet).toBe(pairs.filter(([a, b]) => a.status === 'unmet' && b?.status === 'met').length);
    const pool = { now: old.outcomes, groups: new Map(), moved: moved.bits, change: moved.change };
    expect(people(pool, { move: 'up' }, 'change')).toHaveLength(moved.counts.up);
  });

  test('whom a change cannot touch is not judged again, and it comes to the same', () => {
    const old = judged(plan, all);
    const formsIn = formsOf(plan);
    const some = ['上限 每年 10 学分 当', '每年 25 学分', '上限 每项目 10', '授予 每 6 小时 1 学分'];
    const chosen = knobs.filter(({ words, slot }) => slot !== 'every' && some.some((one) => words.startsWith(one)));
    expect(chosen.length).toBeGreaterThanOrEqual(some.length);
    let spared = 0;
    expect(chosen.some(({ kind }) => kind === 'threshold')).toBe(true);
    for (const knob of chosen) {
      const { value } = knob;
      const done = turn(document, view, [{ ...spotOf(knob), value: String(Number(value) + 2) }]);
      if ('refused' in done) throw new Error(done.refused.id);
      const after = compile({ file: 'hubei.cme', text: done.text }, { library, findings: 'errors' }).plan as Plan;
      const touches = formsTouched(plan, after);
      const judge = evaluator(after);
      const quick = new Outcomes(after, all.length);
      all.forEach((one, at) => {
        if (touches !== ALL_FORMS && (formsIn(one) & touches) === 0) {
          spared++;
          quick.copy(at, old.outcomes);
        } else quick.put(at, judge(one, 2025, { explain: true }).result);
      });
      const whole = judged(after, all).outcomes;
      for (const key of [
        'status',
        'credits',
        'required',
        'shortfall',
        'gross',
        'cut',
        'nothing',
        'taken',
        'best',
        'byCategory',
      ] as const)
        expect(quick[key], `${value} ${key}`).toEqual(whole[key]);
    }
    expect(spared).toBeGreaterThan(0);
  });

  const thresholds = (of: readonly Knob[]): readonly Knob[] => of.filter(({ kind }) => kind === 'threshold');

  test('a threshold says 条目, comparison and clause; what stands in several lines says its line', () => {
    expect(thresholds(knobs).map(({ label, value, unit }) => [label, value, unit])).toEqual([
      ['其他实践活动 时长 不少于 6 小时（第十三条（五））', '6', 'hours'],
      [
        '其他实践活动 时长 不少于 1 小时（第十三条（五））：授予 0.2 学分 当 参加者 且 时长 不少于 1 小时 且 时长 少于 6 小时',
        '1',
        'hours',
      ],
      ['其他实践活动 时长 少于 6 小时（第十三条（五））', '6', 'hours'],
      ['其他实践活动 时长 不少于 3 小时（第十三条（五））', '3', 'hours'],
      [
        '其他实践活动 时长 不少于 1 小时（第十三条（五））：授予 0.5 学分 当 主讲人 且 时长 不少于 1 小时 且 时长 少于 3 小时',
        '1',
        'hours',
      ],
      ['其他实践活动 时长 少于 3 小时（第十三条（五））', '3', 'hours'],
      ['前三名 除外 2～4（起）（第十三条（七）2、第十三条（八）1）', '2', null],
      ['前三名 除外 2～4（止）（第十三条（七）2、第十三条（八）1）', '4', null],
      ['专利 署名排名 不少于 1（第十三条（八）1）', '1', null],
      ['专利 署名排名 1（第十三条（八）1）：发明专利 · 1 · 10', '1', null],
      ['专利 署名排名 1（第十三条（八）1）：实用新型专利 · 1 · 7', '1', null],
    ]);
  });

  test('a threshold that is raised takes from just those who lie between', () => {
    const knob = thresholds(knobs).find(({ label }) => label.startsWith('其他实践活动 时长 不少于 6 小时'));
    if (!knob) throw new Error('no such threshold');
    const done = turn(document, view, [{ ...spotOf(knob), value: '7' }]);
    if ('refused' in done) throw new Error(done.refused.id);
    const after = compile({ file: 'hubei.cme', text: done.text }, { library, findings: 'errors' }).plan as Plan;
    const [old, now] = [judged(plan, all), judged(after, all)];
    const lower = all.flatMap((_, at) => ((now.outcomes.gross[at] ?? 0) < (old.outcomes.gross[at] ?? 0) ? [at] : []));
    const between = all.flatMap((person, at) => {
      const awarded = new Map(
        old.results[at]?.records.map(({ id, raw, award }) => [id, award === '其他实践活动' && raw]),
      );
      const lies = ({ id, role, hours }: Record<string, unknown>): boolean =>
        role === 'participant' && Number(hours) >= 6 && Number(hours) < 7 && Number(awarded.get(String(id))) > 0;
      return person.records.some((record) => lies(Object.fromEntries(record))) ? [at] : [];
    });
    expect(between.length).toBeGreaterThan(0);
    expect(lower).toEqual(between);
    expect(old.outcomes.gross.every((gross, at) => gross >= (now.outcomes.gross[at] ?? 0))).toBe(true);
    expect(movedBy(old.outcomes, now.outcomes, 'stricter').counts.up).toBe(0);
  });

  test('what an adopted option stands for is turned as if another option had said so', () => {
    const grossBy = (label: string, value: string): readonly number[] => {
      const knob = knobs.find((one) => one.label.startsWith(label));
      if (!knob) throw new Error(`no ${label}`);
      const done = turn(document, view, [{ ...spotOf(knob), value }]);
      if ('refused' in done) throw new Error(done.refused.id);
      const after = compile({ file: 'hubei.cme', text: done.text }, { library, findings: 'errors' }).plan as Plan;
      return [...judged(after, all).outcomes.gross];
    };
    const narrower = grossBy('前三名 除外 2～4（止）', '3');
    expect(narrower).toEqual(grossBy('前三名', '在内'));
    expect(narrower).not.toEqual([...judged(plan, all).outcomes.gross]);
  });

  const bounds = `规则 甲省 jia 版本 1
  语言 1
  施行 2025-01-01
  条款 第一条～第三条

要求
  每年 10 学分

活动字段 形式 form
  选项 讲座 lecture
  选项 专利 patent

活动字段 排名 rank 整数
活动字段 学时数 periods 小数 小时

类别 讲座 talks

条目 讲座
  依据 第一条
  形式 讲座
  条件 学时数   不超过  40 小时 # 一次
  条件 学时数 不少于 3 小时 或 （排名 不超过 20 且 并非 （排名 少于 2 或 学时数 超过 30 小时））
  视同完成 10 学分 当 累计 满 90 小时 且 学时数 不少于 6
  授予 每次 1 学分 当 并非 学时数 是 2～4 小时 且 形式 是 讲座

条目 专利
  依据 第二条
  形式 专利
  授予表
    | 排名                | 学分 | 依据   |
    | 1                   | 5    | 第三条 |
    | 2～4                | 3    |        |
    | 不少于 5 且 少于 10 | 1    |        |
    | 其他                | 0.5  |        |
`;

  test('totals, ranges and rows with bounds are thresholds too, and of each only its digits are written', () => {
    const made = compile({ file: 'jia.cme', text: bounds }, { findings: 'errors' });
    expect(made.plan, JSON.stringify(made.diagnostics)).not.toBeNull();
    const own = documentOf(made, 0);
    const sheets = sheetsOf(own);
    const found = thresholds(knobsOf(sheets));
    expect(found.map(({ label, value, unit }) => [label, value, unit])).toEqual([
      ['讲座 学时数 不超过 40 小时（第一条）', '40', 'hours'],
      ['讲座 学时数 不少于 3 小时（第一条）', '3', 'hours'],
      ['讲座 排名 不超过 20（第一条）', '20', null],
      ['讲座 排名 少于 2（第一条）', '2', null],
      ['讲座 学时数 超过 30 小时（第一条）', '30', 'hours'],
      ['讲座 累计 满 90 小时（第一条）', '90', 'hours'],
      ['讲座 学时数 不少于 6（第一条）', '6', null],
      ['讲座 并非 学时数 是 2～4 小时（起）（第一条）', '2', 'hours'],
      ['讲座 并非 学时数 是 2～4 小时（止）（第一条）', '4', 'hours'],
      ['专利 排名 1（第三条）', '1', null],
      ['专利 排名 2～4（起）（第二条）', '2', null],
      ['专利 排名 2～4（止）（第二条）', '4', null],
      ['专利 排名 不少于 5 且 少于 10（5）（第二条）', '5', null],
      ['专利 排名 不少于 5 且 少于 10（10）（第二条）', '10', null],
    ]);
    for (const knob of found) {
      // As many digits: a table moves its next mark only for more.
      const other = String(Number(knob.value) + 1);
      const done = turn(own, sheets, [{ ...spotOf(knob), value: other }]);
      if ('refused' in done) throw new Error(`${knob.label}: ${done.refused.id}`);
      const at = [...done.text].findIndex((one, place) => one !== bounds[place]);
      const changed = bounds.slice(0, at) + done.text[at] + bounds.slice(at + 1);
      expect(done.text, knob.label).toBe(changed);
      const line = done.text.split('\n')[knob.line - 1] ?? '';
      expect(line).toMatch(new RegExp(`(?<!\\d)${other}(?!\\d)`));
    }
  });

  test('both ends of a range are one writing, and thresholds of one condition are written each', () => {
    const own = documentOf(compile({ file: 'jia.cme', text: bounds }, { findings: 'errors' }), 0);
    const sheets = sheetsOf(own);
    const of = (label: string, value: string) => {
      const knob = thresholds(knobsOf(sheets)).find((one) => one.label.startsWith(label));
      if (!knob) throw new Error(`no ${label}`);
      return { ...spotOf(knob), value };
    };
    const done = turn(own, sheets, [
      of('专利 排名 2～4（起）', '3'),
      of('专利 排名 2～4（止）', '5'),
      of('讲座 累计 满 90', '60'),
      of('讲座 学时数 不少于 6', '8'),
      of('讲座 并非 学时数 是 2～4 小时（止）', '5'),
      of('讲座 排名 不超过 20', '15'),
      of('讲座 学时数 超过 30', '25'),
    ]);
    if ('refused' in done) throw new Error(done.refused.id);
    const expected = bounds
      .replace('| 2～4 ', '| 3～5 ')
      .replace('满 90', '满 60')
      .replace('不少于 6', '不少于 8')
      .replace('是 2～4', '是 2～5')
      .replace('不超过 20', '不超过 15')
      .replace('超过 30', '超过 25');
    expect(done.text).toBe(expected);
    const gone = turn(own, sheets, [{ ...of('专利 排名 1', '2'), row: 'gone' }]);
    expect(gone).toHaveProperty('refused');
  });

  const island = (inner: number, outer: number): string => `规则 甲省 jia 版本 1
  语言 1
  施行 2025-01-01

要求
  每年 10 学分

活动字段 形式 form
  选项 讲座 lecture

类别 讲座 talks
  上限 每年 ${outer} 学分

条目 讲座
  形式 讲座
  授予 每次 1 学分
  上限 每年 ${inner} 学分
`;
  const planOf = (text: string): Plan => {
    const made = compile({ file: 'jia.cme', text }, { findings: 'errors' });
    if (made.plan === null) throw new Error(JSON.stringify(made.diagnostics));
    return made.plan;
  };
  const person: RawPerson = {
    facts: new Map([['id', 'p1']]),
    records: Array.from(
      { length: 8 },
      (_, at) =>
        new Map([
          ['id', `r${at}`],
          ['form', 'lecture'],
          ['date', `2025-01-0${at + 1}`],
        ]),
    ),
  };

  test('what one cap lets through and another takes back is marked, with the chain that did it', () => {
    const [before, after] = [planOf(island(5, 5)), planOf(island(7, 5))];
    const [old, now] = [judged(before, [person]), judged(after, [person])];
    const moved = movedBy(old.outcomes, now.outcomes, 'looser');
    expect(moved.counts).toMatchObject({ up: 0, down: 0, moved: 0, odd: 1 });
    const [one, other] = [old.results[0], now.results[0]];
    if (!one || !other) throw new Error('nobody');
    expect(chainOf([before, after], [one, other])).toMatchObject([
      { what: 'cap', to: '讲座', before: '上限 每年 5 学分', after: '上限 每年 7 学分', by: 200 },
      { what: 'cap', to: '讲座', before: '上限 每年 5 学分', after: '上限 每年 5 学分', by: -200 },
      { what: 'total', before: '5', after: '5', by: 0 },
    ]);
  });

  test('to be worse off by what loosens is odd, to be better off is not; where it points both ways nothing is', () => {
    const [more, less] = [judged(planOf(island(7, 9)), [person]), judged(planOf(island(5, 9)), [person])];
    expect(movedBy(more.outcomes, less.outcomes, 'looser').counts).toMatchObject({ down: 1, odd: 1 });
    expect(movedBy(less.outcomes, more.outcomes, 'looser').counts).toMatchObject({ up: 1, odd: 0 });
    expect(movedBy(less.outcomes, more.outcomes, 'stricter').counts.odd).toBe(1);
    expect(movedBy(more.outcomes, less.outcomes, 'unclear').counts.odd).toBe(0);
  });
});

test('cells that a spreadsheet would run are made harmless; numbers stay numbers, texts keep their noughts', () => {
  expect(csvRow(['=1+1', '+x', '-x', '@x', '\tx', '＝1', -3, '-3', '007', 0.5, null, 'a,"b"'])).toBe(
    `'=1+1,'+x,'-x,'@x,'\tx,'＝1,-3,-3,007,0.5,,"a,""b"""\r\n`,
  );
});
