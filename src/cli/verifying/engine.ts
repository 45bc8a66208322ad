/** A thread of its own, in which json-logic-js runs the vectors of an export: how much a rule asks for, only running it tells. */
import { parentPort, workerData } from 'node:worker_threads';
import jsonLogic from 'json-logic-js';
import { type Apply, type Envelope, firstDifference } from '../../index.ts';

const apply: Apply = (rule, data) => jsonLogic.apply(rule as Parameters<typeof jsonLogic.apply>[0], data);

/** What an engine gives may be anything, of any length. */
const shown = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'null')).slice(0, 200);

export type Told = Readonly<Record<'vector' | 'of' | 'expected' | 'got', string>> | null;

const found = firstDifference(apply, workerData as Envelope);
const told: Told = found && { ...found, expected: shown(found.expected), got: shown(found.got) };
parentPort?.postMessage(told);
