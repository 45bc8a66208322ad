/** The fields that the language itself knows; a file may declare them to add options or change nothing. */
import { type KnownCode, known } from '../../../grammar/known.ts';
import type { TypeId } from '../../model/ast.ts';
import type { FieldEntry, OptionEntry } from '../../model/ruleset.ts';

const field = (
  on: FieldEntry['on'],
  key: KnownCode,
  type: TypeId | 'choice',
  options: readonly OptionEntry[] = [],
): FieldEntry => ({ on, key, label: known[key], type, unit: null, options, section: null });

export const REVIEW = 'review';
export const APPROVED = 'approved';

export const knownFields: readonly FieldEntry[] = [
  field('person', 'id', 'text'),
  field('person', 'name', 'text'),
  field('record', 'id', 'text'),
  field('record', 'practitioner', 'text'),
  field('record', 'form', 'choice'),
  field('record', 'date', 'date'),
  field('record', 'start', 'date'),
  field('record', 'end', 'date'),
  field('record', 'project', 'text'),
  field('record', REVIEW, 'choice', [
    { key: APPROVED, label: '通过' },
    { key: 'pending', label: '待审' },
    { key: 'rejected', label: '退回' },
  ]),
  field('record', 'makeup_year', 'yearType'),
  field('record', 'makeup_proof', 'yesno'),
];
