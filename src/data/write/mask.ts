/**
 * `--mask`: names and ids give way to their place in the input, `#3` for the third practitioner and `#3.2` for their
 * second record, so that a result can still be found by whoever holds the roster.
 */
import type { PersonResult } from '../../model/result.ts';
import type { RawFacts } from '../../model/roster.ts';
import type { InputFinding } from '../finding.ts';

export interface Mask {
  readonly result: PersonResult;
  /** A sentence about this practitioner with every name and id in it hidden. */
  text(sentence: string): string;
}

/** `facts` of the practitioner, `index` in the roster from 0; `hidden` are the keys under which names and ids stand. */
export function maskOf(result: PersonResult, facts: RawFacts, index: number, hidden: readonly string[]): Mask {
  const person = `#${index + 1}`;
  const names = new Map<string, string>();
  for (const key of hidden) {
    const value = facts.get(key);
    if (typeof value === 'string' && value !== '') names.set(value, person);
  }
  const record = (id: string): string => names.get(id) ?? id;
  for (const [at, { id }] of result.records.entries()) if (id !== null) names.set(id, `${person}.${at + 1}`);
  const text = (sentence: string): string => replaceAll(sentence, names);

  const masked: PersonResult = {
    ...result,
    practitioner: result.practitioner === null ? null : person,
    records: result.records.map((one, at) => ({
      ...one,
      id: one.id === null ? null : `${person}.${at + 1}`,
      ...(one.detail !== undefined && { detail: text(one.detail) }),
    })),
    notices: result.notices.map((one) => ({
      ...one,
      record: one.record === null ? null : record(one.record),
      message: text(one.message),
    })),
    ...(result.steps && {
      steps: result.steps.map((one) => ({ ...one, record: one.record === null ? null : record(one.record) })),
    }),
  };
  return { result: masked, text };
}

/** Longest first, so that an id within another does not spoil it. */
function replaceAll(sentence: string, names: ReadonlyMap<string, string>): string {
  const found = [...names.keys()].filter((name) => sentence.includes(name)).sort((a, b) => b.length - a.length);
  if (found.length === 0) return sentence;
  return sentence.replace(new RegExp(found.map(patternOf).join('|'), 'gu'), (hit) => names.get(hit) ?? hit);
}

/** A long id or a Chinese name is hidden wherever it stands, `r1` by itself only, and `12` (which may be an amount) in 「」. */
function patternOf(name: string): string {
  const escaped = name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  if (name.length >= 4 || /^\p{Script=Han}{2,}$/u.test(name)) return escaped;
  return /^\d+$/.test(name) ? `(?<=「)${escaped}(?=」)` : `(?<!\\w)${escaped}(?!\\w)`;
}

/** What a finding about a roster quotes of the data. */
const QUOTED = ['id', 'said', 'before', 'after', 'text', 'value'];

/** A finding about a roster that keeps its place and loses whatever it quotes from the data. */
export const veiled = (finding: InputFinding): InputFinding => ({
  ...finding,
  args: Object.fromEntries(
    Object.entries(finding.args).map(([key, value]) => [key, QUOTED.includes(key) ? '***' : value]),
  ),
});
