/** 「引用」: a clause goes into the 依据 of a rule, behind those that stand there. */
import { perform } from '../state/gesture.ts';
import { rowsOf } from '../state/rows.ts';
import { session } from '../state/session.ts';
import { said, type WordId } from '../words/index.ts';
import type { BlockHead } from '../worker/protocol.ts';

/** Sections that may rest on a clause. */
export const citing: readonly BlockHead['kind'][] = [
  'rules',
  'reading',
  'scope',
  'require',
  'category',
  'item',
  'group',
  'makeup',
  'carry',
  'notice',
];

const LONGEST_QUOTE = 120;

/** `quote`: words of the clause to be quoted with it. */
export async function cite(block: BlockHead, clause: string, quote: string): Promise<void> {
  const rows = await rowsOf(block.key);
  if (!rows) return;
  const own = rows.rows.filter(({ kind, stale }) => kind === 'cite' && !stale);
  const words = quote.replace(/\s+/g, '').slice(0, LONGEST_QUOTE);
  const row = own.at(-1);
  const cell = row?.cells.find(({ slot }) => slot === 'clauses');
  const quoted = row?.cells.some(({ slot, absent }) => slot === 'quote' && !absent) ?? false;
  if (
    words === '' &&
    own.some(({ cells }) => cells.some(({ slot, value }) => slot === 'clauses' && holds(value, clause)))
  ) {
    tell('citedAlready', block, clause);
    return;
  }
  // A quotation belongs to the clauses of its own line.
  const outcome =
    row && cell && words === '' && !quoted
      ? await perform({
          kind: 'set',
          row: row.key,
          slot: 'clauses',
          value: `${cell.value}、${clause}`,
          was: cell.value,
        })
      : await perform({
          kind: 'addLine',
          block: block.key,
          line: 'cite',
          cells: { clauses: clause, ...(words !== '' && { quote: words }) },
        });
  if (outcome.done) tell('cited', block, clause);
}

const holds = (clauses: string, clause: string): boolean => clauses.split('、').includes(clause);

function tell(id: WordId, { title }: BlockHead, clause: string): void {
  const args = { clause, rule: title };
  session.set({ notice: { tone: 'good', zh: said(id, 'zh', args), en: said(id, 'en', args) } });
}
