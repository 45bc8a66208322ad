/** Whom the advice is for, and when. */
import type { Plan } from '../../model/plan.ts';
import type { Regions } from '../regions.ts';
import type { Judge, Lookup, Standing } from './standing.ts';

export interface Case {
  readonly plan: Plan;
  readonly regions: Regions;
  readonly person: Lookup;
  /** The days that activities can still have, both ends in. */
  readonly from: number;
  readonly to: number;
  /** Begins the ids of records that are yet to be done, and no other id or project number. */
  readonly prefix: string;
  readonly judge: Judge;
  /** As the practitioner stands now. */
  readonly base: Standing;
}
