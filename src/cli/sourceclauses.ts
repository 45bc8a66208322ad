/** `cme check --clauses`: each clause, and what becomes of it. */
import { type ClauseState, type Compiled, clausesIn, type ListedClause } from '../index.ts';
import type { MessageId } from './messages.ts';
import type { Shell } from './shell.ts';
import { table } from './table.ts';

export interface FileClauses {
  readonly file: string;
  readonly clauses: readonly ListedClause[];
}

export const clausesOfFile = (file: string, compiled: Compiled): FileClauses => ({
  file,
  clauses: clausesIn(compiled),
});

/** For the key `clauses` of the JSON. */
export const clausesJson = (all: readonly FileClauses[]): readonly object[] =>
  all.flatMap(({ file, clauses }) =>
    clauses.map(({ clause, registered, state, by, reason, examples }) => ({
      file,
      clause,
      registered,
      state,
      by: by.map(({ line, words }) => ({ line, words })),
      reason,
      examples,
    })),
  );

const STATES: Record<ClauseState, MessageId> = {
  encoded: 'clauseEncoded',
  within: 'clauseWithin',
  uncomputed: 'clauseUncomputed',
  around: 'clauseAround',
  open: 'clauseOpen',
};

/** Sections of one clause that are named; the rest is counted. */
const NAMED = 3;

export function clausesText(all: readonly FileClauses[], shell: Shell): string {
  const columns = [
    { title: shell.say('clause'), align: 'left' },
    { title: shell.say('clauseState'), align: 'left' },
    { title: shell.say('clauseExamples'), align: 'right' },
    { title: shell.say('clauseBy'), align: 'left' },
  ] as const;
  const bySection = ({ by, reason }: ListedClause): string => {
    const named = by.slice(0, NAMED).map(({ line, words }) => shell.say('clauseSection', { line, words }));
    const more = by.length > NAMED ? [shell.say('clauseMore', { count: by.length - NAMED })] : [];
    return [...(reason === null ? [] : [reason]), ...named, ...more].join(shell.lang === 'zh' ? '；' : '; ');
  };
  return all
    .filter(({ clauses }) => clauses.length > 0)
    .map(({ file, clauses }) => {
      const rows = clauses.map((one) => [
        one.registered ? one.clause : shell.say('clauseUnregistered', { clause: one.clause }),
        shell.say(STATES[one.state]),
        one.examples.length === 0 ? '' : String(one.examples.length),
        bySection(one),
      ]);
      return `${file}\n\n${table(columns, rows, (text, row) => (clauses[row]?.state === 'open' ? shell.out.paint('yellow', text) : text))}`;
    })
    .join('\n');
}
