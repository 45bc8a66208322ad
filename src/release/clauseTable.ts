/** The clauses of a rule file as a table for paper: what deals with each, or why it is not computed. */
import { type ClauseState, type Compiled, clausesIn, type Lang, type ListedClause } from '../index.ts';
import type { Doc } from '../print/index.ts';
import { say } from './words.ts';

const STATES = {
  encoded: 'encoded',
  within: 'within',
  uncomputed: 'uncomputed',
  around: 'around',
  open: 'open',
} as const satisfies Record<ClauseState, Parameters<typeof say>[0]>;

/** Null where no clause is registered or cited. */
export function clauseTable(compiled: Compiled, lang: Lang): Doc | null {
  const { ruleSet } = compiled;
  const clauses = clausesIn(compiled);
  if (ruleSet === null || clauses.length === 0) return null;
  const { label, version, title } = ruleSet;
  return {
    lang,
    title: say('clauseTitle', lang),
    subtitle: title ?? `${label} ${version}`,
    blocks: [
      { kind: 'paragraph', tone: 'body', text: say('clauseLead', lang, { label, version }) },
      {
        kind: 'table',
        columns: [
          { head: say('clause', lang), share: 24 },
          { head: say('dealt', lang), share: 12 },
          { head: say('byRules', lang), share: 54 },
          { head: say('tried', lang), share: 10, align: 'right' },
        ],
        rows: clauses.map((one) => [
          one.registered ? one.clause : say('unregistered', lang, { clause: one.clause }),
          say(STATES[one.state], lang),
          rulesOf(one, lang),
          one.examples.length === 0 ? '' : String(one.examples.length),
        ]),
      },
    ],
  };
}

function rulesOf({ by, reason }: ListedClause, lang: Lang): string {
  const named = by.map(({ line, words }) => say('lineOf', lang, { line, words }));
  return [...(reason === null ? [] : [reason]), ...named].join('\n');
}
