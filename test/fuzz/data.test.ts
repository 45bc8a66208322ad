/** Whatever stands in a roster: findings with a sentence, no throw, and what could be read is judged. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, test } from 'vitest';
import { type Kind, openRoster, openText, rosterOf } from '../../src/data/index.ts';
import { plans } from '../support/hubeiRules.ts';
import { bytes, changed, hostile } from '../support/mutate.ts';
import { judgedBy, sayable } from '../support/whole.ts';

const long = process.env.CME_LONG === '1' ? 20 : 1;
const rounds = (numRuns: number): { numRuns: number } => ({ numRuns: numRuns * long });

const kinds: readonly Kind[] = ['csv', 'json', 'ndjson'];
const sampleOf = (ending: string): string =>
  readFileSync(new URL(`../../rules/samples/hubei-2025.${ending}`, import.meta.url), 'utf8');

/** The head of the table and some rows; some practitioners. */
const csv = (() => {
  const rows = sampleOf('csv')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/);
  return [rows[0], ...rows.slice(40, 60)].join('\n');
})();
const people = (JSON.parse(sampleOf('json')) as { practitioners: object[] }).practitioners.slice(3, 8);
const json = JSON.stringify({ year: 2025, practitioners: people }, null, 1);
const ndjson = people.map((one) => JSON.stringify(one)).join('\n');
const texts: Readonly<Record<string, string>> = { csv, json, ndjson };

const pieces = [
  ...['"', ',', '\n', '\r', '\r\n', '\t', ';', '{', '}', '[', ']', ':', 'null', 'true', '""', '\\u0000', '\\', '-'],
  ...['1e999', 'NaN', '-1', '0x10', '0.00000000000000000001', '9'.repeat(30), '2025-02-30', '__proto__', 'constructor'],
  ...['编号', '人员编号', '姓名', '年度', '形式', 'records', 'year', 'id', '4.20103E+17', '=1+1', '是', ' ', '\u3000'],
];

/** Reads as `cme eval` does, and judges what it read. */
function readAndJudge(data: string | Uint8Array, name: string, kind: Kind | null, persons?: string): void {
  const opened = typeof data === 'string' && kind ? openText(data, name, kind) : openRoster(toBytes(data), name);
  const beside = persons === undefined ? null : openText(persons, 'persons.csv', 'csv');
  const { roster, findings } = rosterOf(opened, plans.hubei, beside);
  for (const found of [...opened.findings, ...(beside?.findings ?? []), ...findings]) {
    sayable(found);
    for (const at of [found.place.row, found.place.column, found.place.line]) {
      if (at !== undefined && !(Number.isInteger(at) && at >= 1)) throw new Error(`${found.code} at ${at}`);
    }
  }
  if (roster === null) {
    if (opened.findings.length + findings.length + (beside?.findings.length ?? 0) === 0) throw new Error('silent');
    return;
  }
  for (const entry of roster.entries) entry.place(0, '时长');
  judgedBy(
    plans.hubei,
    roster.entries.map((entry) => entry.person()),
    opened.year ?? 2025,
  );
}

const toBytes = (data: string | Uint8Array): Uint8Array =>
  typeof data === 'string' ? new TextEncoder().encode(data) : data;

describe.each(kinds)('%s', (kind) => {
  const text = texts[kind] ?? '';
  test('a sound one, changed', () => {
    fc.assert(
      fc.property(changed(text, pieces), (of) => readAndJudge(of, `roster.${kind}`, kind)),
      rounds(60),
    );
  });

  test('any text', () => {
    const any = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...hostile), fc.string()), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(any, (of) => readAndJudge(of.join(''), `roster.${kind}`, kind)),
      rounds(150),
    );
  });

  test('any bytes', () => {
    fc.assert(
      fc.property(bytes, (of) => readAndJudge(of, `roster.${kind}`, null)),
      rounds(100),
    );
  });
});

test('sound JSON, with other values and keys', () => {
  const other = fc.oneof(fc.constantFrom(...pieces, ...hostile), fc.jsonValue({ maxDepth: 2 }), fc.double());
  const cut = fc.tuple(fc.nat(4), fc.nat(20), fc.nat(12), other, fc.boolean());
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 6 }), (cuts) => {
      const copy = structuredClone(people) as { records?: Record<string, unknown>[] }[];
      for (const [who, which, key, value, renamed] of cuts) {
        const person = copy[who % copy.length] as Record<string, unknown> & { records?: Record<string, unknown>[] };
        const one = Array.isArray(person.records) ? person.records[which] : undefined;
        const place = typeof one === 'object' && one !== null ? one : person;
        const keys = Object.keys(place);
        const name = keys[key % keys.length] ?? 'id';
        if (renamed) place[typeof value === 'string' ? value : '没有'] = place[name];
        else place[name] = value;
      }
      readAndJudge(JSON.stringify({ year: 2025, practitioners: copy }), 'roster.json', 'json');
      readAndJudge(copy.map((one) => JSON.stringify(one)).join('\n'), 'roster.ndjson', 'ndjson');
    }),
    rounds(100),
  );
});

test('bytes of no known form', () => {
  fc.assert(
    fc.property(bytes, fc.constantFrom('roster', 'roster.xlsx', 'roster.txt'), (of, name) =>
      readAndJudge(of, name, null),
    ),
    rounds(100),
  );
});

test('JSON of any shape', () => {
  const value = fc.jsonValue({ maxDepth: 4 });
  const person = fc.dictionary(fc.constantFrom('id', 'records', '编号', '__proto__', 'year', 'x'), value);
  const whole = fc.oneof(value, fc.record({ year: value, practitioners: fc.oneof(value, fc.array(person)) }));
  fc.assert(
    fc.property(whole, (of) => readAndJudge(JSON.stringify(of), 'roster.json', 'json')),
    rounds(200),
  );
});

test('records and practitioners in two files, both changed', () => {
  const persons = '编号,姓名,机构类别,人员类别\nh004,甲,医院,注册护士\nh005,乙,乡镇卫生院,执业医师\n';
  fc.assert(
    fc.property(changed(csv, pieces), changed(persons, pieces), (of, who) =>
      readAndJudge(of, 'roster.csv', 'csv', who),
    ),
    rounds(50),
  );
});
