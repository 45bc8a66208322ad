/** 要求: its lines, 折算 and 减免. */

import type { LineOf, SectionOf } from '../../model/ast.ts';
import { decimal, rational, times } from '../../model/fraction.ts';
import type { Minimum, Reduction, Requirement } from '../../model/plan.ts';
import type { From } from '../../model/ruleset.ts';
import { NOWHERE } from '../../model/span.ts';
import { linesOf, present } from '../find.ts';
import { fieldOfType, phrases } from '../phrase.ts';
import { unitWord } from '../unit.ts';
import { fits, measured, positive, share, shownWhole, wholeCredits } from './amount.ts';
import { condition, optional } from './cond.ts';
import { and } from './expr.ts';
import { findField, type Lowering, type Scope, scopeOf } from './scope.ts';
import { clauseOf, source, wordsOfHead, wordsOfLine } from './source.ts';
import { sectionNamed, subjectOf } from './subject.ts';
import { unknownName } from './unknown.ts';

type MinimumUnit = Minimum['unit'];

const millionths = rational(1_000_000n);

interface Required {
  readonly unit: MinimumUnit;
  readonly amount: Minimum['amount'];
}

const requiredAmount = (scope: Scope, line: LineOf<'minimum'>): Required | null => {
  if (line.amount.kind === 'share') {
    const ratio = share(scope, line.amount.ratio);
    return ratio && { unit: 'credits', amount: { kind: 'share', of: line.amount.of, ratio } };
  }
  const { amount } = line.amount;
  const found = measured(scope, amount);
  if (!found) return null;
  if (found.unit === 'credits') {
    const value = wholeCredits(scope, amount);
    return value === null ? null : { unit: 'credits', amount: { kind: 'amount', value } };
  }
  const unit: MinimumUnit | null = found.unit === 'classHours' ? 'classHours' : found.unit === 'times' ? 'times' : null;
  if (!unit) {
    scope.report('CME404', amount.span, {
      expected: phrases.requirementUnit,
      found: found.unit ? unitWord(found.unit) : phrases.noUnit,
    });
    return null;
  }
  const value = fits(scope, unit === 'times' ? found.value : times(found.value, millionths), amount.span);
  if (!value) return null;
  if (value.d !== 1) {
    scope.report('CME412', amount.span, { expected: phrases.wholeNumber, found: phrases.decimalNumber });
    return null;
  }
  if (unit === 'times' && !shownWhole(scope, value.n * 100, amount.span)) return null;
  return { unit, amount: { kind: 'amount', value: value.n } };
};

const fillableOf = (low: Lowering, file: string, scope: Scope, line: LineOf<'minimum'>): Minimum['fillable'] => {
  if (!line.fillable) return null;
  const from = present(line.fillable.from.map((ref) => subjectOf(low, file, ref)));
  const limit = line.fillable.limit ? share(scope, line.fillable.limit) : null;
  return { from, limit };
};

const minimum = (low: Lowering, section: From<SectionOf<'require'>>, line: LineOf<'minimum'>): Minimum | null => {
  const { file, node } = section;
  const scope = scopeOf(low, file, { records: false });
  const required = requiredAmount(scope, line);
  const subject = line.subject ? subjectOf(low, file, line.subject) : null;
  const when = optional(scope, line.when);
  const fillable = fillableOf(low, file, scope, line);
  if (line.per === 'cycle' && !low.rules.cycle) scope.report('CME507', line.word);
  if (!required || !when || (line.subject && !subject)) return null;
  const words = wordsOfLine(line);
  const bound = line.bound === 'atMost' || line.bound === 'upTo' ? 'most' : 'least';
  const about = line.subject ? sectionNamed(low, line.subject) : '';
  const share = required.amount.kind === 'share' ? required.amount.of : '';
  return {
    key: [line.per, about, required.unit, bound, share].join('|'),
    period: line.per,
    subject,
    bound,
    ...required,
    fillable,
    when: line.when ? when : null,
    name: node.label?.text ?? words,
    source: source(low, { file, at: line.span.start, clause: clauseOf(node), words, readings: scope.named }),
  };
};

const reductionBy = (scope: Scope, line: LineOf<'reduce'>): Reduction['by'] | null => {
  const { by } = line;
  switch (by.kind) {
    case 'all':
      return { kind: 'all' };
    case 'share': {
      const ratio = share(scope, by.ratio);
      return ratio && { kind: 'share', ratio };
    }
    case 'amount': {
      const value = wholeCredits(scope, by.amount);
      return value === null ? null : { kind: 'credits', value };
    }
    case 'per':
      return reducedPer(scope, line, by);
  }
};

/** `每 1 个月 2 学分`: the unit is carried by one number field of the person. */
const reducedPer = (
  scope: Scope,
  line: LineOf<'reduce'>,
  by: Extract<LineOf<'reduce'>['by'], { kind: 'per' }>,
): Reduction['by'] | null => {
  const unit = by.unit?.id ?? null;
  const numbers = scope.low.rules.fields.filter(
    (f) => f.on === 'person' && (f.type === 'whole' || f.type === 'decimal'),
  );
  const carrying = by.field
    ? numbers.filter((f) => f.label === by.field?.text || f.key === by.field?.text)
    : numbers.filter((f) => f.unit === unit);
  const [field, second] = carrying;
  if (!field) {
    if (by.field)
      unknownName(
        scope,
        by.field,
        phrases.personNumber,
        numbers.map((f) => f.label),
      );
    else scope.report('CME405', line.span, { unit: unit ? unitWord(unit) : '' });
    return null;
  }
  if (second) {
    const fields = carrying.map((f) => f.label).join('、');
    scope.report('CME406', line.span, { unit: unit ? unitWord(unit) : '', fields, example: field.label });
    return null;
  }
  const every = by.every ? decimal(by.every.digits) : rational(1n);
  if (!positive(scope, every, line.span)) return null;
  const per = fits(scope, times(every, millionths), line.span);
  const credits = wholeCredits(scope, by.credits);
  return per && credits !== null ? { kind: 'per', field: field.key, per, credits: { n: credits, d: 1 } } : null;
};

const reduction = (low: Lowering, section: From<SectionOf<'require'>>, line: LineOf<'reduce'>): Reduction | null => {
  const scope = scopeOf(low, section.file, { records: false });
  const by = reductionBy(scope, line);
  const subject = line.subject ? subjectOf(low, section.file, line.subject) : null;
  const when = optional(scope, line.when);
  if (!by || !when || (line.subject && !subject)) return null;
  const standing = {
    file: section.file,
    at: line.span.start,
    clause: clauseOf(section.node),
    words: wordsOfLine(line),
    readings: scope.named,
  };
  return { subject, by, when: line.when ? when : null, source: source(low, standing) };
};

const sinceOf = (low: Lowering, section: From<SectionOf<'require'>>): Requirement['since'] => {
  const [line] = linesOf(section.node.lines, 'since');
  if (!line) return null;
  const scope = scopeOf(low, section.file, { records: false });
  const field = findField(scope, line.field.text);
  const step = line.step ? wholeCredits(scope, line.step) : 1;
  if (!field) {
    const dates = low.rules.fields.filter((f) => f.on === 'person' && f.type === 'date').map((f) => f.label);
    unknownName(scope, line.field, phrases.personDate, dates);
    return null;
  }
  if (field.type !== 'date') {
    scope.report('CME414', line.field.span, {
      name: field.label,
      type: fieldOfType(field.type),
      expected: phrases.personDate,
    });
    return null;
  }
  if (step !== null && step <= 0 && line.step) scope.report('CME407', line.step.span);
  return step === null || step <= 0 ? null : { field: field.key, step };
};

/** Two lines that bind everyone, or stand in one requirement, and speak of the same thing under the same condition. */
export const refuseDoubles = (low: Lowering, requirements: readonly Requirement[]): void => {
  const forAll = new Set<string>();
  for (const { binds, lines } of requirements) {
    const seen = binds === null ? forAll : new Set<string>();
    for (const { key, when, source: from } of lines) {
      const what = `${key}|${JSON.stringify(when)}`;
      const span = low.maps.get(from.file)?.lineSpan(from.line) ?? NOWHERE;
      if (seen.has(what)) low.findings.in(from.file)('CME503', span, { words: from.words });
      seen.add(what);
    }
  }
};

export const requirement = (low: Lowering, section: From<SectionOf<'require'>>): Requirement => {
  const { node, file } = section;
  const scope = scopeOf(low, file, { records: false });
  const bound = linesOf(node.lines, 'for').map((line) => condition(scope, line.when));
  const binds = bound.length > 0 ? and(...present(bound)) : null;
  const lines = present(linesOf(node.lines, 'minimum').map((line) => minimum(low, section, line)));
  return {
    name: node.label?.text ?? null,
    binds,
    lines,
    reductions: present(linesOf(node.lines, 'reduce').map((line) => reduction(low, section, line))),
    since: sinceOf(low, section),
    source: source(low, {
      file,
      at: node.span.start,
      clause: clauseOf(node),
      words: wordsOfHead(node),
      readings: scope.named,
    }),
  };
};
