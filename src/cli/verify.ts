/** `cme verify`: the vectors of an export run again, by json-logic-js or by the engine that the SQL is for. */
import jsonLogic from 'json-logic-js';
import { type Apply, firstDifference, readEnvelope } from '../index.ts';
import { readBytes } from './files.ts';
import type { Shell } from './shell.ts';
import { type ExitCode, Stop } from './stop.ts';
import { type VerifyOptions, verifySql } from './verifysql.ts';

const apply: Apply = (rule, data) => jsonLogic.apply(rule as Parameters<typeof jsonLogic.apply>[0], data);

export async function verifyCommand(file: string, options: VerifyOptions, shell: Shell): Promise<ExitCode> {
  const text = new TextDecoder().decode(readBytes(file));
  return text.trimStart().startsWith('{') ? verifyJsonLogic(file, text, shell) : verifySql(file, text, options, shell);
}

function verifyJsonLogic(file: string, text: string, shell: Shell): ExitCode {
  const envelope = readEnvelope(parsed(file, text));
  if (envelope === null) throw new Stop('notAnExport', { file });
  const { ruleset, vectors, unreached } = envelope;
  const found = firstDifference(apply, envelope);
  if (found !== null) {
    const { vector, of, expected, got } = found;
    shell.out.line(shell.say('vectorDiffers', { vector, of, expected: String(expected), got: String(got) }));
    return 1;
  }
  const name = `${ruleset.code} ${ruleset.version}`;
  shell.out.line(shell.say('vectorsAgree', { name, vectors: vectors.length, hash: String(ruleset.hash).slice(0, 12) }));
  if (unreached.length > 0) shell.out.line(shell.say('vectorsUnreached', { count: unreached.length }));
  return 0;
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Stop('notAnExport', { file });
    throw error;
  }
}
