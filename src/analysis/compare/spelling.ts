/** Practitioners as data spell them: where a field or an option is called otherwise, by each of its names. */
import type { Field } from '../../model/plan.ts';
import type { Draft, Facts } from './draft.ts';
import type { Part } from './parts.ts';

type FieldPart = Extract<Part, { of: 'field' }>;

const namesOf = (field: Field | null): readonly string[] => (field ? [field.key, field.label] : []);

/** Names that one side knows and the other does not. */
const differing = (before: readonly string[], after: readonly string[]): readonly string[] => [
  ...before.filter((name) => !after.includes(name)),
  ...after.filter((name) => !before.includes(name)),
];

const optionNames = (field: Field | null): readonly string[] =>
  field?.options.flatMap(({ key, label }) => [key, label]) ?? [];

function* respelled(facts: Facts, { before, after }: FieldPart): Generator<Facts> {
  const key = (before ?? after)?.key ?? '';
  const value = facts.get(key);
  if (value === undefined) return;
  for (const name of differing(optionNames(before), optionNames(after))) yield new Map([...facts, [key, name]]);
  for (const name of differing(namesOf(before), namesOf(after)))
    yield new Map([...[...facts].filter(([one]) => one !== key), [name, value]]);
}

/** The same practitioner by other names of what changed; none where the vocabulary is the same. */
export const respelling = (parts: readonly Part[], drafts: readonly Draft[]): readonly Draft[] =>
  parts.flatMap((part) =>
    part.of !== 'field'
      ? []
      : drafts.flatMap((draft): readonly Draft[] => {
          if (part.on === 'person') return [...respelled(draft.person, part)].map((person) => ({ ...draft, person }));
          const [record, ...rest] = draft.records;
          return record ? [...respelled(record, part)].map((one) => ({ ...draft, records: [one, ...rest] })) : [];
        }),
  );
