/**
 * Every sentence of the command line once, in Chinese and English: where, why, and how to mend it. Placeholders are
 * `{name}`; a test holds that both languages use the same ones. What a rule file or a roster is told stands in
 * `model/codes`.
 */
import type { Lang } from '../index.ts';
import { across } from './messages/across.ts';
import { check } from './messages/check.ts';
import { conform } from './messages/conform.ts';
import { diff } from './messages/diff.ts';
import { edit } from './messages/edit.ts';
import { evaluation } from './messages/eval.ts';
import { explain } from './messages/explain.ts';
import { files } from './messages/files.ts';
import { plan } from './messages/plan.ts';
import { readings } from './messages/readings.ts';
import { release } from './messages/release.ts';
import { rulesets } from './messages/rulesets.ts';
import { source } from './messages/source.ts';
import { table } from './messages/table.ts';
import { tests } from './messages/test.ts';
import { usage } from './messages/usage.ts';
import { words } from './messages/words.ts';

export type { Sentence } from './messages/sentence.ts';

/** By what they are about; a test holds that no two have one name. */
export const subjects = [
  words,
  files,
  rulesets,
  check,
  source,
  evaluation,
  table,
  explain,
  plan,
  readings,
  tests,
  diff,
  conform,
  usage,
  across,
  release,
  edit,
] as const;

export const messages = {
  ...words,
  ...files,
  ...rulesets,
  ...check,
  ...source,
  ...evaluation,
  ...table,
  ...explain,
  ...plan,
  ...readings,
  ...tests,
  ...diff,
  ...conform,
  ...usage,
  ...across,
  ...release,
  ...edit,
};

export type MessageId = keyof typeof messages;
export type Args = Readonly<Record<string, string | number>>;

export function say(lang: Lang, id: MessageId, args: Args = {}): string {
  return messages[id][lang].replace(/\{(\w+)\}/g, (_, key: string) => String(args[key] ?? '')).trimEnd();
}
