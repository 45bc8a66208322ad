/** What matching must know of a rule set: the names of its fields. */
import type { Plan } from '../../src/index.ts';

export type Vocabulary = Pick<Plan, 'personFields' | 'recordFields'>;
export type Field = Plan['personFields'][number];
