/** Compares two rule sets beside the page, and makes a Word file of what was found. */
import { compile, type RuleSource } from '../../src/index.ts';
import { comparisonDoc, tellComparison } from '../../src/print/index.ts';
import type { Compare, FromComparer, Paper, ToComparer } from './comparerProtocol.ts';
import { Newest } from './newest.ts';

const say = (answer: FromComparer): void => postMessage(answer);

const compiled = (entry: RuleSource, library: readonly RuleSource[]) =>
  compile(entry, { library: library.filter(({ file }) => file !== entry.file), findings: 'errors' });

const comparer = new Newest<Compare>(async ({ serial, before, after, library }, wanted) => {
  try {
    const old = compiled(before, library);
    if (!(await wanted())) return;
    const now = compiled(after, library);
    if (!(await wanted())) return;
    say({ kind: 'compared', serial, told: tellComparison(old, now) });
  } catch (error) {
    say({ kind: 'failed', serial, message: String(error) });
  }
});

async function paper({ serial, told, names, lang, people }: Paper): Promise<void> {
  try {
    const { docxOf } = await import('../../src/print/docx.ts');
    say({ kind: 'paper', serial, bytes: new Uint8Array(await docxOf(comparisonDoc(told, names, lang, people))) });
  } catch (error) {
    say({ kind: 'failed', serial, message: String(error) });
  }
}

addEventListener('message', ({ data }: MessageEvent<ToComparer>) => {
  if (data.kind === 'compare') comparer.give(data);
  else void paper(data);
});
