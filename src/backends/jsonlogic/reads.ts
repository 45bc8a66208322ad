/** Which facts the rules read: the prepared input has no others. */
import type { Expr, FieldRef, Plan } from '../../model/plan.ts';
import { readsOf, simple } from './expr.ts';

const REVIEW: FieldRef = { on: 'record', key: 'review' };

export function factsRead(plan: Plan): readonly FieldRef[] {
  const exprs: (Expr | null)[] = [
    ...plan.exceptions.map(({ when }) => when),
    ...plan.caps.map(({ when }) => when),
    plan.makeUp?.when ?? null,
    ...plan.items.flatMap((item) => [
      item.match,
      ...item.gates.flatMap(({ when, that }) => [when, that]),
      ...item.lines.map(({ when }) => when),
      ...item.factors.map(({ when }) => when),
      ...item.deems.map(({ when }) => when),
      ...item.apart,
    ]),
    ...plan.requirements.flatMap(({ binds, lines, reductions }) => [
      binds,
      ...lines.flatMap(({ when, subject }) => [when, subject?.when ?? null]),
      ...reductions.flatMap(({ when, subject }) => [when, subject?.when ?? null]),
    ]),
  ];
  const measured = plan.items.flatMap(({ lines, time }) => [
    ...lines.flatMap(({ rate }) => {
      if (rate.kind === 'flat') return [];
      if (rate.kind === 'field') return [rate.key];
      return rate.measure.of === 'field' ? [rate.measure.key] : [];
    }),
    ...lines.flatMap(({ falling }) => (falling === null ? [] : [falling.rank])),
    ...(time === null ? [] : [time.key]),
  ]);
  return [
    REVIEW,
    ...exprs.flatMap((expr) => readsOf(simple(expr))),
    ...measured.map((key): FieldRef => ({ on: 'record', key })),
  ];
}
