/** A practitioner from elsewhere is shown here: facts, activities, year, as they were judged there. */
import { go } from '../state/route.ts';
import { session } from '../state/session.ts';
import type { Judged } from '../worker/personProtocol.ts';
import { putPerson } from './gestures.ts';
import { beginWith } from './person.ts';

export function showPerson({ person, year, plan }: Pick<Judged, 'person' | 'year' | 'plan'>): void {
  beginWith(session.get().file?.entry.id ?? null, plan);
  putPerson({ person, year, readings: {} });
  go('explain');
}
