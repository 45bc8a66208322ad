/** Caps that lie across the subject of a minimum: there, which record loses can decide whether it is met. */
import type { Cap, Minimum, Requirement } from '../../model/plan.ts';
import { NOWHERE } from '../../model/span.ts';
import { listed } from '../phrase.ts';
import { ofPerson, sameExpr } from './expr.ts';
import { excludes, shared } from './knots.ts';
import type { Lowering } from './scope.ts';

/** All that the cap is over is the subject's, or nothing of it is. */
const whollyInOrOut = (cap: Cap, subject: NonNullable<Minimum['subject']>): boolean => {
  if (cap.per === 'record') return true;
  if (cap.when !== null && subject.when !== null && excludes(cap.when, subject.when)) return true;
  const inside = shared(cap.items, subject.items);
  if (inside === 0) return true;
  if (inside < cap.items.length) return false;
  if (subject.when === null || ofPerson(subject.when)) return true;
  return cap.when !== null && sameExpr(cap.when, subject.when);
};

export const tellStraddling = (low: Lowering, caps: readonly Cap[], requirements: readonly Requirement[]): void => {
  for (const { source, bound, subject } of requirements.flatMap(({ lines }) => lines)) {
    if (subject === null || bound !== 'least') continue;
    const across = caps.filter((cap) => !whollyInOrOut(cap, subject));
    if (across.length === 0) continue;
    const span = low.maps.get(source.file)?.lineSpan(source.line) ?? NOWHERE;
    const names = across.map((cap) => `${cap.owner}「${cap.source.words}」`);
    low.findings.in(source.file)('CME603', span, { caps: listed(names), subject: source.words });
  }
};
