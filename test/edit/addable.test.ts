/** What is offered to be added can be added. */
import { expect, test } from 'vitest';
import { editsFor, linesToAdd } from '../../src/edit/index.ts';
import { open, texts } from './support.ts';

test('every line that is offered for a section of Hubei goes into it, and reads as that line', () => {
  const { document, view } = open(texts.hubei);
  const refused: string[] = [];
  const seen = new Set<string>();
  for (const block of view.blocks) {
    if (seen.has(block.kind)) continue;
    seen.add(block.kind);
    for (const { line } of linesToAdd(block)) {
      const made = editsFor(document, view, { version: view.version, kind: 'addLine', block: block.key, line });
      if ('refused' in made) refused.push(`${block.kind} ${line}: ${made.refused.id}`);
    }
  }
  expect(seen.size).toBeGreaterThan(8);
  expect(refused).toEqual([]);
});
