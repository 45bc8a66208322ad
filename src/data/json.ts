/** A roster as JSON: `{"year": 2025, "practitioners": [{"id": "p1", "records": [{…}]}]}`, keys by code or by label. */
import { LineMap } from '../model/span.ts';
import type { InputFinding } from './finding.ts';
import { entryOf, type JsonPerson, personOf, type Report } from './json-person.ts';
import { JsonArray, JsonObject, type JsonValue, readJson } from './json-text.ts';
import { PRACTITIONERS, YEAR } from './names.ts';
import type { Entry } from './roster.ts';
import { yearIn } from './year.ts';

/** A text read as far as it can be without the names of a rule file. */
export interface Envelope {
  readonly year: number | null;
  /** Null where the text is no roster: the findings say why. */
  readonly entries: ((idKeys: readonly string[]) => Entry[]) | null;
  readonly findings: readonly InputFinding[];
}

export function readJsonRoster(text: string, file: string): Envelope {
  const map = new LineMap(text);
  const findings: InputFinding[] = [];
  const report: Report = (code, args, offset, path) => {
    findings.push({ code, args, place: { file, ...map.position(offset), ...(path && { path }) } });
  };
  const unreadable = (): Envelope => ({ year: null, entries: null, findings });

  const { value, problem } = readJson(text);
  if (problem !== null) {
    report(problem.code, problem.args, problem.offset, '');
    return unreadable();
  }
  const list = listOf(value, report);
  if (list === null) return unreadable();
  const people: JsonPerson[] = [];
  list.items.of.forEach((item, index) => {
    const person = personOf(item, `${list.path}[${index}]`, list.items.start, report);
    if (person !== null) people.push(person);
  });
  const year = value instanceof JsonObject ? yearOf(value, report) : null;
  if (people.length < list.items.of.length || year === undefined) return unreadable();
  const entries = (idKeys: readonly string[]) =>
    people.map((person) => entryOf(person, idKeys, (offset) => ({ file, ...map.position(offset) })));
  return { year, entries, findings };
}

/** The list of practitioners and its path. A bare list is taken for one, its year to be given elsewhere. */
function listOf(value: JsonValue, report: Report): { items: JsonArray; path: string } | null {
  if (value instanceof JsonArray) return { items: value, path: '' };
  const keys = value instanceof JsonObject ? PRACTITIONERS.filter((key) => value.has(key)) : [];
  const [key] = keys;
  if (!(value instanceof JsonObject) || key === undefined) {
    report('CME964', {}, value instanceof JsonObject ? value.start : 0, '');
    return null;
  }
  if (keys.length > 1) {
    report('CME963', { key: keys.join('、') }, value.start, '');
    return null;
  }
  for (const other of value.keys()) {
    if (![...YEAR, ...PRACTITIONERS].some((known) => known === other))
      report('CME969', { key: other }, value.start, other);
  }
  const items = value.get(key);
  if (items instanceof JsonArray) return { items, path: key };
  report('CME965', { key }, value.start, key);
  return null;
}

/** Undefined where what stands for the year is none. */
function yearOf(value: JsonObject, report: Report): number | null | undefined {
  const keys = YEAR.filter((key) => value.has(key));
  if (keys.length > 1) {
    report('CME963', { key: keys.join('、') }, value.start, '');
    return undefined;
  }
  const [key] = keys;
  const written = key === undefined ? null : (value.get(key) ?? null);
  if (key === undefined || written === null) return null;
  const year = typeof written === 'string' ? yearIn(written) : null;
  if (year !== null) return year;
  report('CME968', { text: typeof written === 'object' ? '…' : String(written) }, value.start, key);
  return undefined;
}
