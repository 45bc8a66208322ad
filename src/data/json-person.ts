/** One practitioner of a JSON text: an object, its records in a list under 「records」. */
import type { InputFinding, Place } from './finding.ts';
import { JsonArray, JsonObject, type JsonValue } from './json-text.ts';
import { RECORDS } from './names.ts';
import { type Entry, textUnder } from './roster.ts';

/** Reports a finding at an offset of the text. */
export type Report = (code: InputFinding['code'], args: Record<string, string>, offset: number, path: string) => void;

export interface JsonPerson {
  /** All but the records. */
  readonly facts: JsonObject;
  readonly records: readonly JsonObject[];
  readonly path: string;
  /** Path of the list of records. */
  readonly recordsPath: string;
}

/** Null where it is none, or a part of it is of the wrong form: that is reported. */
export function personOf(value: JsonValue, path: string, within: number, report: Report): JsonPerson | null {
  if (!(value instanceof JsonObject)) {
    report('CME966', {}, startOf(value, within), path);
    return null;
  }
  const keys = RECORDS.filter((key) => value.has(key));
  if (keys.length > 1) {
    report('CME963', { key: keys.join('、') }, value.start, path);
    return null;
  }
  const key = keys[0] ?? RECORDS[0];
  const recordsPath = path === '' ? key : `${path}.${key}`;
  const list = value.get(key) ?? null;
  value.delete(key);
  if (list !== null && !(list instanceof JsonArray)) {
    report('CME965', { key }, startOf(list, value.start), recordsPath);
    return null;
  }
  const records: JsonObject[] = [];
  const items = list?.of ?? [];
  items.forEach((item, index) => {
    if (item instanceof JsonObject) records.push(item);
    else report('CME967', {}, startOf(item, list?.start ?? within), `${recordsPath}[${index}]`);
  });
  return records.length === items.length ? { facts: value, records, path, recordsPath } : null;
}

export function entryOf(found: JsonPerson, idKeys: readonly string[], placeAt: (offset: number) => Place): Entry {
  return {
    id: textUnder(found.facts, idKeys),
    size: found.records.length,
    person: () => found,
    place(record, field) {
      const start = record === null ? found.facts.start : (found.records[record]?.start ?? found.facts.start);
      const path = record === null ? found.path : `${found.recordsPath}[${record}]`;
      const whole = [path, field].filter(Boolean).join('.');
      return { ...placeAt(start), ...(whole && { path: whole }) };
    },
  };
}

/** A number or text in a list does not know its place: that of the list is near enough. */
const startOf = (value: JsonValue, within: number): number =>
  value instanceof JsonObject || value instanceof JsonArray ? value.start : within;
