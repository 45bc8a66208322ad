/**
 * Whom a change cannot touch, told by the forms of their records: they need not be judged again. A person's forms are bits
 * of one number; where they cannot be told, all bits are set.
 */
import { formsHeldBy, type Plan, type RawPerson, touched } from '../../src/index.ts';

export const ALL_FORMS = 0xffff_ffff;
const MOST = 32;

function bitsOf(plan: Plan): ReadonlyMap<string, number> | null {
  const options = plan.recordFields.find(({ key }) => key === 'form')?.options ?? [];
  if (options.length === 0 || options.length > MOST) return null;
  return new Map(options.map(({ key }, at) => [key, (1 << at) >>> 0]));
}

export function formsOf(plan: Plan): (person: RawPerson) => number {
  const bits = bitsOf(plan);
  const held = formsHeldBy(plan);
  return (person) => {
    const forms = bits === null ? 'mixed' : held(person);
    return forms === 'mixed' ? ALL_FORMS : sum(forms, bits);
  };
}

/** The forms that the change is about; of a person who has none of them everything stays. */
export function formsTouched(before: Plan, after: Plan): number {
  const bits = bitsOf(before);
  const change = touched(before, after);
  // What a cap took is kept by its place.
  return bits === null || change === 'all' || before.caps.length !== after.caps.length ? ALL_FORMS : sum(change, bits);
}

const sum = (forms: ReadonlySet<string>, bits: ReadonlyMap<string, number> | null): number =>
  [...forms].reduce((all, form) => (all | (bits?.get(form) ?? ALL_FORMS)) >>> 0, 0);
