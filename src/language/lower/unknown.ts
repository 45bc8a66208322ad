/** Names that mean nothing here, with the nearest that does. */

import type { Name } from '../../model/ast.ts';
import type { Phrase } from '../../model/codes.ts';
import { called } from '../find.ts';
import { hint } from '../phrase.ts';
import { renameTo } from '../report.ts';
import { nearest } from '../suggest.ts';
import { optionKey, type Scope } from './scope.ts';

const labels = (of: Iterable<{ readonly label: string }>): string[] => Array.from(of, (entry) => entry.label);

/** Everything that may stand alone in a condition. */
const conditionNames = (scope: Scope): string[] => {
  const { fields, readings } = scope.low.rules;
  const asked = fields.filter((field) => scope.records || field.on === 'person');
  return [...labels(asked), ...asked.flatMap((field) => labels(field.options)), ...labels(readings)];
};

/** Reports 「there is no …」 with a suggestion. */
export const unknownName = (scope: Scope, name: Name, what: Phrase, among: readonly string[]): void => {
  if (scope.low.findings.full) return; // a suggestion costs more than a look
  const near = nearest(name.text, among);
  scope.report(
    'CME201',
    name.span,
    { name: name.text, what, hint: hint(near, among) },
    near ? renameTo(name.span, near) : {},
  );
};

export const unknownInCondition = (scope: Scope, name: Name): void => {
  if (scope.low.findings.full) return;
  // The field itself, or one that has such a value.
  const recordField = scope.low.rules.fields.find(
    (field) => field.on === 'record' && (called(field, name.text) || optionKey(field, name) !== undefined),
  );
  if (!scope.records && recordField) {
    scope.report('CME413', name.span, { name: recordField.label });
    return;
  }
  unknownName(scope, name, '字段、值或口径', conditionNames(scope));
};

export const unknownValue = (
  scope: Scope,
  field: { label: string; options: readonly { label: string }[] },
  name: Name,
): void => {
  if (scope.low.findings.full) return;
  const among = labels(field.options);
  const near = nearest(name.text, among);
  const args = { name: field.label, value: name.text, hint: hint(near, among) };
  scope.report('CME403', name.span, args, near ? renameTo(name.span, near) : {});
};
