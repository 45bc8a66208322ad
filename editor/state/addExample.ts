/** 「存为用例」: a practitioner that a screen shows becomes an example of the file. */
import type { SaidFact } from '../../src/index.ts';
import { perform } from './gesture.ts';
import { session } from './session.ts';

export interface ExampleToSave {
  readonly name: string;
  /** Null: that of the file itself. */
  readonly year: string | null;
  readonly person: readonly SaidFact[];
  readonly records: readonly (readonly SaidFact[])[];
  readonly credits: number;
  readonly status: 'met' | 'unmet' | 'exempt';
}

const LONGEST = 60;

/** The name that was given; null where it was refused, which has been said. */
export async function saveExample({
  year,
  person,
  records,
  credits,
  status,
  ...one
}: ExampleToSave): Promise<string | null> {
  const taken = new Set(session.get().outline?.blocks.map(({ title }) => title));
  const plain = one.name
    .replaceAll(/[「」"“”\s]+/g, ' ')
    .trim()
    .slice(0, LONGEST);
  let title = plain;
  for (let n = 2; taken.has(title); n++) title = `${plain}（${n}）`;
  const given = (facts: readonly SaidFact[]) => facts.map(({ field, value }) => ({ field, values: [value] }));
  const outcome = await perform({
    kind: 'addExample',
    title,
    ...(year !== null && { year }),
    person: given(person),
    records: records.map(given),
    expect: { credits: String(credits), status },
  });
  return outcome.done ? title : null;
}
