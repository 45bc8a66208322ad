import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openRoster, rosterOf } from '../../src/data/index.ts';
import type { RawPerson } from '../../src/model/roster.ts';
import { inGb18030, toGb18030 } from './gb18030.ts';
import { plain } from './support.ts';
import { vocabulary } from './vocabulary.ts';

// The same roster in every form must be read as the same facts.

type Facts = Record<string, string>;
interface Plain {
  readonly facts: Facts;
  readonly records: readonly Facts[];
}

const han = fc.constantFrom(...'张三李四武汉继续医学教育学分，。「」１２３');
/** No blanks at its ends: a flat file cannot keep them. */
const text = fc
  .string({ unit: fc.oneof(han, fc.constantFrom(...'abcXYZ019 ,;"\'=+-@|.\n\t')), minLength: 1, maxLength: 8 })
  .map((value) => value.replace(/\r/g, '').trim())
  .filter((value) => value !== '');

const named = (names: readonly string[]) =>
  fc.uniqueArray(fc.tuple(fc.constantFrom(...names), text), { selector: ([name]) => name, maxLength: names.length });

const roster: fc.Arbitrary<Plain[]> = fc
  .uniqueArray(
    fc.record({
      id: text.filter((id) => !/E\+/i.test(id)),
      facts: named(['姓名', 'institution', 'in_residency']),
      records: fc.array(
        named(['id', '形式', 'date', '时长', 'words', '考核合格', 'makeup_year']).filter((facts) => facts.length > 0),
        { maxLength: 4 },
      ),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 5 },
  )
  .map((people) =>
    people.map(({ id, facts, records }) => ({
      facts: { id, ...Object.fromEntries(facts) },
      records: records.map((record) => Object.fromEntries(record)),
    })),
  );

const cell = (value: string): string => `"${value.replaceAll('"', '""')}"`;

function asCsv(people: readonly Plain[], end: string): string {
  const personKeys = [...new Set(people.flatMap(({ facts }) => Object.keys(facts)))].filter((key) => key !== 'id');
  const recordKeys = [...new Set(people.flatMap(({ records }) => records.flatMap((one) => Object.keys(one))))];
  const rows = people.flatMap(({ facts, records }) =>
    (records.length === 0 ? [{} as Facts] : records).map((record) => [
      facts.id ?? '',
      ...personKeys.map((key) => facts[key] ?? ''),
      ...recordKeys.map((key) => record[key] ?? ''),
    ]),
  );
  return [['practitioner', ...personKeys, ...recordKeys], ...rows].map((row) => row.map(cell).join(',') + end).join('');
}

const wanted = (people: readonly Plain[]): RawPerson[] =>
  people.map(({ facts, records }) => ({
    facts: new Map(Object.entries(facts)),
    records: records.map((record) => new Map(Object.entries(record))),
  }));

function read(bytes: Uint8Array, file: string): RawPerson[] | undefined {
  const { roster: found } = rosterOf(openRoster(bytes, file), vocabulary);
  return found?.entries.map((entry) => plain(entry.person()));
}

/** Order of facts means nothing. */
const sorted = (people: readonly RawPerson[] | undefined) =>
  people?.map(({ facts, records }) => [facts, ...records].map((one) => [...one].sort()));

const utf8 = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('one roster in every form', () => {
  test('is read as the same facts', () => {
    fc.assert(
      fc.property(roster, fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\ufeff'), (people, end, mark) => {
        const facts = sorted(wanted(people));
        const objects = people.map(({ facts: own, records }) => ({ ...own, records }));
        const ndjson = objects.map((one) => JSON.stringify(one) + end).join('');
        expect(sorted(read(utf8(mark + asCsv(people, end)), 'roster.csv'))).toEqual(facts);
        expect(sorted(read(utf8(mark + JSON.stringify({ practitioners: objects })), 'roster.json'))).toEqual(facts);
        expect(sorted(read(utf8(mark + ndjson), 'roster.ndjson'))).toEqual(facts);
      }),
    );
  });

  test('is read as the same facts in GB18030', () => {
    fc.assert(
      fc.property(roster, (people) => {
        // Where a text is UTF-8 too, it is read as that.
        const content = `${asCsv(people, '\r\n')}`.replace('practitioner', '人员编号');
        fc.pre([...content].every((c) => c < '\x80' || inGb18030(c)));
        expect(sorted(read(toGb18030(content), 'roster.csv'))).toEqual(sorted(wanted(people)));
      }),
    );
  });

  test('never throws, whatever the bytes', () => {
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'grapheme' }).map(utf8));
    fc.assert(
      fc.property(bytes, fc.constantFrom('a.json', 'a.ndjson', 'a.csv', '-'), (content, file) => {
        const opened = openRoster(content, file);
        const { roster: found, findings } = rosterOf(opened, vocabulary);
        // Nothing is refused without a reason.
        if (found === null) expect([...opened.findings, ...findings].length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});
