/** Conditions in running text, and what the readings in force decide of them. */
import { condition } from '../../language/cond.ts';
import { findOption } from '../../language/declare/reading.ts';
import type { Cond } from '../../model/ast.ts';
import type { ReadingEntry } from '../../model/ruleset.ts';
import { inForce, listed, readingNamed, type Setting, told } from './setting.ts';
import { valueText } from './value.ts';

/** `参加者，且时长不少于 6 小时`; what a reading stands for is said beside it. */
export const conditionText = (setting: Setting, cond: Cond | undefined): string | undefined =>
  cond && text(setting, cond, true);

/** The outer connectives have a comma before them: the inner ones bind closer. */
const text = (setting: Setting, cond: Cond, outer: boolean): string => {
  const { say } = setting;
  switch (cond.kind) {
    case 'and':
    case 'or':
      return cond.of
        .map((arm) => (arm.kind === 'or' && cond.kind === 'and' ? bracketed(setting, arm) : text(setting, arm, false)))
        .join(outer ? say(cond.kind) : say(cond.kind).replace('，', ''));
    case 'not': {
      const loose = cond.of.kind === 'and' || cond.of.kind === 'or';
      return say('not') + (loose ? bracketed(setting, cond.of) : text(setting, cond.of, false));
    }
    case 'paren':
      return bracketed(setting, cond.of);
    case 'fact':
      return told(setting, condition(cond, setting.p));
    case 'compare':
      return compared(setting, cond);
  }
};

const bracketed = (setting: Setting, cond: Cond): string =>
  setting.lang === 'zh' ? `（${text(setting, cond, false)}）` : `(${text(setting, cond, false)})`;

const compared = (setting: Setting, cond: Extract<Cond, { kind: 'compare' }>): string => {
  const { say, lang } = setting;
  const asked = cond.subject.kind === 'name' ? readingNamed(setting, cond.subject.name) : undefined;
  if (asked) {
    const options = cond.operands.flatMap((operand) =>
      operand.kind === 'name' ? [findOption(asked.options, operand.name.text)?.label ?? operand.name.text] : [],
    );
    const is = cond.op === 'is' || cond.op === 'in';
    return say(is ? 'readingIs' : 'readingIsnt', { reading: asked.label, option: options.join(say('optionOr')) });
  }
  const said = told(setting, condition(cond, setting.p));
  const values = cond.operands.flatMap((operand) => {
    const reading = operand.kind === 'name' ? readingNamed(setting, operand.name) : undefined;
    const value = reading && inForce(setting, reading)?.value;
    return value ? [valueText(value, setting)] : [];
  });
  return values.length === 0 ? said : say('nowIs', { text: said, value: values.join(lang === 'zh' ? '、' : ', ') });
};

type Truth = boolean | null;

/** What the readings alone decide of a condition; null where facts do. */
const decided = (setting: Setting, cond: Cond, used: ReadingEntry[]): Truth => {
  switch (cond.kind) {
    case 'and':
    case 'or': {
      const arms = cond.of.map((arm) => decided(setting, arm, used));
      const [wins, loses] = cond.kind === 'and' ? [false, true] : [true, false];
      return arms.includes(wins) ? wins : arms.includes(null) ? null : loses;
    }
    case 'not': {
      const inner = decided(setting, cond.of, used);
      return inner === null ? null : !inner;
    }
    case 'paren':
      return decided(setting, cond.of, used);
    case 'fact':
      return null;
    case 'compare': {
      if (cond.subject.kind !== 'name') return null;
      const reading = readingNamed(setting, cond.subject.name);
      const option = reading && inForce(setting, reading);
      if (!reading || !option) return null;
      const named = cond.operands.some(
        (operand) => operand.kind === 'name' && findOption(reading.options, operand.name.text) === option,
      );
      used.push(reading);
      return cond.op === 'is' || cond.op === 'in' ? named : !named;
    }
  }
};

/** Why a line does nothing under the readings in force; undefined where it does something. */
export const idle = (setting: Setting, cond: Cond | undefined): string | undefined => {
  const used: ReadingEntry[] = [];
  if (!cond || decided(setting, cond, used) !== false) return undefined;
  const why = [...new Set(used)].map((reading) =>
    setting.say('nowAdopted', { reading: reading.label, option: inForce(setting, reading)?.label ?? '' }),
  );
  return setting.say('idle', { why: listed(setting, why) });
};
