/** How a clause stands, in signs and words. */
import type { ListedClause } from '../../src/index.ts';
import type { SignKind } from '../parts/Sign.tsx';
import type { WordId } from '../words/index.ts';
import type { RegulationText, SourceFinding } from '../worker/questions.ts';

export type Filter = 'all' | 'open' | 'bare' | 'untried' | 'differing';
type State = ListedClause['state'];

export const stateWords: Readonly<Record<State, WordId>> = {
  encoded: 'stateEncoded',
  within: 'stateWithin',
  uncomputed: 'stateUncomputed',
  around: 'stateAround',
  open: 'stateOpen',
};

export const stateSigns: Readonly<Record<State, SignKind>> = {
  encoded: 'ok',
  within: 'ok',
  uncomputed: 'info',
  around: 'none',
  open: 'warn',
};

export const isOpen = ({ state }: ListedClause): boolean => state === 'open' || state === 'around';
/** What only says how a clause is read, in a 口径, has nothing that an example could try. */
export const isTriable = ({ state, by }: ListedClause): boolean =>
  state === 'encoded' && by.some(({ words }) => !words.startsWith('口径 '));
export const isUntried = (one: ListedClause): boolean => isTriable(one) && one.examples.length === 0;

export const filtered = (
  clauses: readonly ListedClause[],
  filter: Filter,
  findings: readonly SourceFinding[],
): readonly ListedClause[] => {
  if (filter === 'differing') return clauses.filter(({ clause }) => findingsBeside(clause, findings).length > 0);
  if (filter === 'open') return clauses.filter(isOpen);
  if (filter === 'untried') return clauses.filter(isUntried);
  return filter === 'bare' ? [] : clauses;
};

export const findingsBeside = (clause: string, findings: readonly SourceFinding[]): readonly SourceFinding[] =>
  findings.filter(({ clauses }) => clauses.includes(clause));

export const partOf = (clause: string, text: RegulationText | null): RegulationText['parts'][number] | undefined =>
  text?.parts.find(({ kind, name }) => kind === 'clause' && name === clause);
