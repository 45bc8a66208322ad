/** Around the requirement: 对象, 补学, 结转, 提示. */

import type { LineOf, Section, SectionOf } from '../../model/ast.ts';
import type { Carry, Expr, MakeUp, Plan, Source } from '../../model/plan.ts';
import type { From } from '../../model/ruleset.ts';
import { linesOf, present } from '../find.ts';
import { fieldInUnit, fieldOfType, phrases } from '../phrase.ts';
import { wholeCredits } from './amount.ts';
import { condition, optional } from './cond.ts';
import { always, not } from './expr.ts';
import { findField, type Lowering, type Scope, scopeOf } from './scope.ts';
import { clauseOf, source, wordsOfHead, wordsOfLine } from './source.ts';
import { unknownName } from './unknown.ts';

export const exceptions = (low: Lowering, section: From<SectionOf<'scope'>> | null): Plan['exceptions'] => {
  if (!section) return [];
  const { node, file } = section;
  const found = (line: LineOf<'except'> | LineOf<'for'>, turn: (expr: Expr) => Expr) => {
    const scope = scopeOf(low, file, { records: false });
    const when = condition(scope, line.when);
    const standing = {
      file,
      at: line.span.start,
      clause: clauseOf(node),
      words: wordsOfLine(line),
      readings: scope.named,
    };
    return when && { when: turn(when), source: source(low, standing) };
  };
  return present([
    ...linesOf(node.lines, 'except').map((line) => found(line, (expr) => expr)),
    ...linesOf(node.lines, 'for').map((line) => found(line, not)), // those whom it is not for are out of scope
  ]);
};

const headSource = (low: Lowering, section: From<Section>, scope: Scope): Source =>
  source(low, {
    file: section.file,
    at: section.node.span.start,
    clause: clauseOf(section.node),
    words: wordsOfHead(section.node),
    readings: scope.named,
  });

export const makeUp = (low: Lowering, section: From<SectionOf<'makeup'>> | null): MakeUp | null => {
  if (!section) return null;
  const scope = scopeOf(low, section.file, { records: true });
  const when = optional(scope, section.node.when);
  return when && { when: when === always ? null : when, source: headSource(low, section, scope) };
};

export const carry = (low: Lowering, section: From<SectionOf<'carry'>> | null): Carry | null => {
  if (!section) return null;
  const { node, file } = section;
  const scope = scopeOf(low, file, { records: false });
  const field = findField(scope, node.field.text);
  const limit = node.limit ? wholeCredits(scope, node.limit) : null;
  if (!field) {
    const labels = low.rules.fields.filter((f) => f.on === 'person' && f.unit === 'credits').map((f) => f.label);
    unknownName(scope, node.field, phrases.personCredit, labels);
    return null;
  }
  if (field.unit !== 'credits') {
    scope.report('CME414', node.field.span, {
      name: field.label,
      type: field.unit ? fieldInUnit(field.unit) : fieldOfType(field.type),
      expected: phrases.personCredit,
    });
    return null;
  }
  return { field: field.key, limit, source: headSource(low, section, scope) };
};

export const notice = (low: Lowering, section: From<SectionOf<'notice'>>): Plan['notices'][number] | null => {
  const { node } = section;
  const scope = scopeOf(low, section.file, { records: true });
  const when = optional(scope, node.when);
  const same = node.same?.map((name) => {
    const field = findField(scope, name.text);
    if (field?.on === 'record') return field.key;
    unknownName(
      scope,
      name,
      phrases.recordField,
      low.rules.fields.filter((f) => f.on === 'record').map((f) => f.label),
    );
    return null;
  });
  if (!when || same?.includes(null)) return null;
  return {
    text: node.text.value,
    when: node.when ? when : null,
    same: same ? present(same) : null,
    source: headSource(low, section, scope),
  };
};
