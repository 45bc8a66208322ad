/** `cme verify`: the vectors of an export run again, by json-logic-js or by the engine that the SQL is for. */
import { sha256 } from '../audit/index.ts';
import { isIntact, readEnvelope } from '../index.ts';
import { readBytes } from './files.ts';
import type { Shell } from './shell.ts';
import { type ExitCode, Stop } from './stop.ts';
import { differenceIn } from './verifying/run.ts';
import { type VerifyOptions, verifySql } from './verifysql.ts';

/** More than any export has: the largest rule file makes a few megabytes. */
const MOST_BYTES = 256 * 1024 * 1024;

export async function verifyCommand(file: string, options: VerifyOptions, shell: Shell): Promise<ExitCode> {
  const bytes = readBytes(file);
  if (bytes.length > MOST_BYTES) throw new Stop('notAnExport', { file });
  const text = new TextDecoder().decode(bytes);
  return text.trimStart().startsWith('{') ? verifyJsonLogic(file, text, shell) : verifySql(file, text, options, shell);
}

async function verifyJsonLogic(file: string, text: string, shell: Shell): Promise<ExitCode> {
  const envelope = readEnvelope(parsed(file, text));
  if (envelope === null) throw new Stop('notAnExport', { file });
  const { ruleset, vectors, unreached } = envelope;
  const found = await differenceIn(file, envelope);
  if (found !== null) {
    shell.out.line(shell.say('vectorDiffers', found));
  } else {
    const name = `${ruleset.code} ${ruleset.version}`;
    shell.out.line(shell.say('vectorsAgree', { name, vectors: vectors.length, hash: ruleset.hash.slice(0, 12) }));
    if (unreached.length > 0) shell.out.line(shell.say('vectorsUnreached', { count: unreached.length }));
  }
  const intact = isIntact(envelope, sha256);
  if (!intact) shell.out.line(shell.say('rulesChanged'));
  return found === null && intact ? 0 : 1;
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Stop('notAnExport', { file });
    throw error;
  }
}
