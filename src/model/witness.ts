/** A concrete practitioner with records that show a finding, and the year that they are looked at in. */
import type { RawPerson } from './roster.ts';

export interface Witness {
  readonly year: number;
  readonly person: RawPerson;
  /** The same practitioner as they are compared: with a record less, or with one in place of two. */
  readonly against?: RawPerson;
}
