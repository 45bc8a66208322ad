/** What differs in whom the rules are for, what they ask, and in the words that data are written in. */

import type { Plan, Requirement } from '../../model/plan.ts';
import type { Aligned } from './align.ts';
import { likeness, pairs } from './pair.ts';
import { phraseOf } from './phrase.ts';
import { meaningOf, sameMeaning } from './text.ts';
import { type Edit, type Finding, headOf, readingsIn, sourceOf, type Told } from './told.ts';

export const requirements = (found: Finding, { before, after }: Aligned): void => {
  const both = pairs(before.requirements, after.requirements, [({ name }) => name ?? ''], () => 0);
  const near = (a: Told, b: Told): number => likeness(a.source.words, b.source.words);
  for (const [old, now] of both) {
    const requirement = (now ?? old) as Requirement;
    const { name } = old ?? requirement;
    const path = requirement.source.words;
    if (!old || !now) {
      found.told('requirement', path, { before: sourceOf(old), after: sourceOf(now) }, [
        { of: 'requirement', before: old, after: now },
      ]);
      continue;
    }
    if (!sameMeaning(old.binds, now.binds)) {
      const words = [
        { plan: before, binds: old.binds },
        { plan: after, binds: now.binds },
      ].map(({ plan, binds }) => (binds === null ? null : `适用 ${phraseOf(plan, binds)}`));
      found.told(
        'requirement',
        `${path}／适用`,
        { before: old.source, after: now.source },
        [{ of: 'binds', requirement: name, before: old, after: now }],
        [words[0] ?? null, words[1] ?? null],
      );
      const edit = found.edits.pop() as Edit;
      const readings = [...readingsIn(old.binds), ...readingsIn(now.binds)];
      found.edits.push({ ...edit, readings, silent: readings.length > 0 });
    }
    if (meaningOf([old.since]) !== meaningOf([now.since]))
      found.told('requirement', `${path}／折算`, { before: old.source, after: now.source }, [
        { of: 'since', requirement: name, before: old, after: now },
      ]);
    for (const [a, b] of pairs(
      old.lines,
      now.lines,
      [meaningOf, ({ key, when }) => `${key} ${meaningOf(when)}`, ({ source }) => source.words],
      near,
    )) {
      if (sameMeaning(a, b)) continue;
      found.told(
        'requirement',
        `${path}／${headOf((b ?? a)?.source.words ?? '')}`,
        { before: sourceOf(a), after: sourceOf(b) },
        [{ of: 'minimum', requirement: name, before: a, after: b }],
      );
    }
    for (const [a, b] of pairs(old.reductions, now.reductions, [meaningOf, ({ source }) => source.words], near)) {
      if (sameMeaning(a, b)) continue;
      found.told('requirement', `${path}／减免`, { before: sourceOf(a), after: sourceOf(b) }, [
        { of: 'reduction', requirement: name, before: a, after: b },
      ]);
    }
  }
};

export const whole = (found: Finding, { before, after }: Aligned): void => {
  const near = (a: Told, b: Told): number => likeness(a.source.words, b.source.words);
  for (const [a, b] of pairs(before.exceptions, after.exceptions, [meaningOf, ({ source }) => source.words], near)) {
    if (!sameMeaning(a, b))
      found.told('scope', '对象／除外', { before: sourceOf(a), after: sourceOf(b) }, [
        { of: 'exception', before: a, after: b },
      ]);
  }
  if (!sameMeaning(before.makeUp, after.makeUp)) {
    const [old, now] = [before.makeUp, after.makeUp];
    found.told('makeup', '补学', { before: sourceOf(old), after: sourceOf(now) }, [
      { of: 'makeup', before: old, after: now },
    ]);
  }
  if (!sameMeaning(before.carry, after.carry)) {
    const [old, now] = [before.carry, after.carry];
    found.told('carry', '结转', { before: sourceOf(old), after: sourceOf(now) }, [
      { of: 'carry', before: old, after: now },
    ]);
  }
  const anchored = (plan: Plan): object => [plan.cycle, plan.cycle === null ? null : plan.effective];
  if (meaningOf(anchored(before)) !== meaningOf(anchored(after))) {
    const words = [before.cycle, after.cycle].map((cycle) =>
      cycle === null ? null : `周期 ${cycle.kind === 'rolling' ? '滚动 ' : ''}${cycle.years} 年`,
    );
    found.told(
      'rules',
      '规则／周期',
      { before: null, after: null },
      [{ of: 'cycle', before: before.cycle, after: after.cycle }],
      [words[0] ?? null, words[1] ?? null],
    );
  }
  for (const on of ['person', 'record'] as const) {
    const list = on === 'person' ? 'personFields' : 'recordFields';
    for (const [a, b] of pairs(before[list], after[list], [({ key }) => key], () => 0)) {
      if (JSON.stringify(a) === JSON.stringify(b)) continue;
      const word = on === 'person' ? '人员字段' : '活动字段';
      const say = (field: typeof a): string | null =>
        field &&
        [
          `${word} ${field.label} ${field.key}`,
          ...(field.options.length > 0
            ? [`选项 ${field.options.map((one) => `${one.label} ${one.key}`).join('、')}`]
            : []),
          ...(field.default === null ? [] : [`缺省 ${field.default}`]),
        ].join(' ');
      found.told(
        'field',
        `${word} ${(b ?? a)?.label}`,
        { before: null, after: null },
        [{ of: 'field', on, before: a, after: b }],
        [say(a), say(b)],
      );
    }
  }
};
