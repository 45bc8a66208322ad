/**
 * 「脱敏显示」: what is shown of people without their names and ids. What is reckoned, and what is written into a file that
 * one saves, is the same with it and without.
 */
import { hiddenKeys, maskOf } from '../../src/data/index.ts';
import type { Plan } from '../../src/index.ts';
import type { Judged } from '../worker/personProtocol.ts';

/** Where one stands in the roster, as the command line says it under `--mask`: whoever holds the roster finds them by it. */
export const numberOf = (at: number): string => `#${at + 1}`;

export const isHidden = (plan: Plan, key: string): boolean =>
  hiddenKeys(plan).includes(key) || key === 'id' || key === 'practitioner';

/** The sentences that may quote a name or an id; figures, and what the lines are told apart by, stay. */
export function masked(judged: Judged, at: number): Judged {
  const { result, person, plan } = judged;
  const mask = maskOf(result, person.facts, at, hiddenKeys(plan));
  const records = result.records.map((one) =>
    one.detail === undefined ? one : { ...one, detail: mask.text(one.detail) },
  );
  const faults = judged.faults.map((one) => ({
    ...one,
    message: { zh: mask.text(one.message.zh), en: mask.text(one.message.en) },
  }));
  return { ...judged, faults, result: { ...result, records, notices: mask.result.notices } };
}

/** A finding about a roster keeps its place, and loses what it quotes. */
export const unquoted = (sentence: string): string =>
  sentence.replace(/「[^」]*」/g, '「***」').replace(/“[^”]*”/g, '“***”');

/** Fields by which an example may name someone. */
const NAMING: readonly string[] = ['姓名', '编号', '人员编号', 'name', 'id', 'practitioner'];
export const isNaming = (field: string): boolean => NAMING.includes(field);
