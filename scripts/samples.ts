// Writes rules/samples/: a synthetic roster of Hubei as JSON and as CSV. `npm run samples`
import { writeFileSync } from 'node:fs';
import type { Field, Plan } from '../src/model/plan.ts';
import { hubeiSample } from '../test/support/hubei.ts';
import { plans } from '../test/support/hubeiRules.ts';
import type { Fact, Facts, SyntheticRoster } from '../test/support/roster.ts';

export const folder = new URL('../rules/samples/', import.meta.url);

/** Each file's name and text. */
export const samples = (): readonly (readonly [name: string, text: string])[] => {
  const roster = hubeiSample();
  return [
    ['hubei-2025.json', jsonText(roster)],
    ['hubei-2025.csv', csvText(roster, plans.hubei)],
  ];
};

/** One record a line. */
export function jsonText({ year, practitioners }: SyntheticRoster): string {
  const people = practitioners.map(({ facts, records }) => {
    const head = JSON.stringify(facts).slice(0, -1);
    const lines = records.map((record) => `\n  ${JSON.stringify(record)}`);
    return `${head}${head === '{' ? '' : ','}"records":[${lines.join(',')}]}`;
  });
  return `{"year":${year},"practitioners":[\n${people.join(',\n')}\n]}\n`;
}

/**
 * Chinese headers and labels, UTF-8 with a byte order mark, without which Excel takes it for GBK; one row a record, with its practitioner's
 * facts in each row. A practitioner without records has a row too.
 */
export function csvText({ practitioners }: SyntheticRoster, plan: Pick<Plan, 'personFields' | 'recordFields'>): string {
  const persons = columnsFor(
    plan.personFields,
    practitioners.map(({ facts }) => facts),
    ['id'],
  );
  const records = columnsFor(
    plan.recordFields,
    practitioners.flatMap((one) => one.records),
    ['practitioner'],
  );
  const rows = practitioners.flatMap(({ facts, records: own }) =>
    (own.length > 0 ? own : [{}]).map((record: Facts) => [
      facts.id ?? '',
      ...persons.map((column) => column.cell(facts)),
      ...records.map((column) => column.cell(record)),
    ]),
  );
  const head = [ownerLabel(plan), ...persons.map(({ header }) => header), ...records.map(({ header }) => header)];
  return `\ufeff${[head, ...rows].map((row) => `${row.map(cellText).join(',')}\n`).join('')}`;
}

interface Column {
  readonly header: string;
  readonly cell: (facts: Facts) => Fact;
}

/** The fields of the plan, and after them the names that only the data knows. */
function columnsFor(fields: readonly Field[], all: readonly Facts[], except: readonly string[]): Column[] {
  const used = new Set(all.flatMap((facts) => Object.keys(facts)));
  const known = fields.filter(({ key }) => !except.includes(key));
  const unknown = [...used].filter((key) => !fields.some((field) => field.key === key));
  return [
    ...known.map((field) => ({ header: field.label, cell: (facts: Facts) => labelOf(field, facts[field.key] ?? '') })),
    ...unknown.map((key) => ({ header: key, cell: (facts: Facts) => facts[key] ?? '' })),
  ];
}

function labelOf({ options }: Field, fact: Fact): Fact {
  if (typeof fact === 'boolean') return fact ? '是' : '否';
  return options.find(({ key }) => key === fact)?.label ?? fact;
}

const ownerLabel = ({ recordFields }: Pick<Plan, 'recordFields'>): string =>
  recordFields.find(({ key }) => key === 'practitioner')?.label ?? '人员编号';

const cellText = (fact: Fact): string =>
  /[",\r\n]/.test(String(fact)) ? `"${String(fact).replaceAll('"', '""')}"` : String(fact);

if (import.meta.main) for (const [name, text] of samples()) writeFileSync(new URL(name, folder), text);
