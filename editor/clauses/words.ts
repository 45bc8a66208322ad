/** The words of a clause in the regulation that is open beside the rules; of one that was kept, without opening it again. */
import { engine } from '../state/engine.ts';
import { session } from '../state/session.ts';
import type { RegulationPart } from '../worker/questions.ts';
import { passageOf } from './passage.ts';
import { recall, regulation } from './regulation.ts';

let read: { readonly text: string; readonly parts: Promise<readonly RegulationPart[]> } | null = null;

/** Null: none is open, or it has no such clause. */
export async function wordsOfClause(clause: string): Promise<readonly string[] | null> {
  const rules = session.get().about?.code ?? '';
  if (rules === '') return null;
  await recall(rules);
  const { open } = regulation.get();
  if (open?.rules !== rules) return null;
  if (read?.text !== open.text) read = { text: open.text, parts: partsOf(open.text) };
  return passageOf(await read.parts, clause);
}

async function partsOf(text: string): Promise<readonly RegulationPart[]> {
  const learnt = await engine.learn({ of: 'regulation', text });
  // Another file was opened meanwhile: what was not answered is asked again.
  if (learnt === null) read = null;
  return learnt?.told.parts ?? [];
}
