/** The reckoning of one practitioner's year, from classified records to the requirement. */
import { LARGEST, TooLarge } from '../../model/credit.ts';
import type { Cap, Credit } from '../../model/plan.ts';
import { cut } from './cap.ts';
import { classify, entryOf } from './classify.ts';
import { addDeemed, type Held } from './deem.ts';
import { type Entry, inOrder, refuse } from './entry.ts';
import { reckonItem } from './item.ts';
import { Knot } from './knot.ts';
import { giveNotices } from './notices.ts';
import type { ReadPerson } from './read.ts';
import { judge, type Requirements } from './require.ts';
import type { Run } from './run.ts';
import { TRUE, UNKNOWN } from './truth.ts';
import { listed } from './words.ts';

export interface Reckoning {
  /** In the order of the input. */
  readonly entries: readonly Entry[];
  /** From an earlier period. */
  readonly carried: Credit;
  readonly total: Credit;
  readonly requirements: Requirements;
  /** Out of scope, or excused from the whole requirement. */
  readonly exempt: boolean;
  readonly met: boolean;
}

export function reckon(run: Run, { records }: ReadPerson): Reckoning {
  const entries = records.map((record) => {
    const entry = entryOf(record);
    if (record.invalid === null) classify(run, entry);
    else refuse(entry, 'invalid', record.invalid);
    return entry;
  });
  const ordered = entries.filter(({ here, visiting }) => here || visiting).sort(inOrder);
  giveNotices(
    run,
    ordered.filter(({ here }) => here),
  );
  const held = reckonItems(run, entries, ordered);
  const carried = carryOver(run);
  const total = ordered.reduce((sum, { credits }) => sum + credits, carried);
  const deemed = held.some(({ deem }) => deem.deem.credits === null);
  const exempt = outOfScope(run);
  const requirements = judge(run, { entries: ordered, total, deemed });
  return {
    entries,
    carried,
    total,
    requirements,
    exempt: exempt || requirements.exempt,
    met: requirements.lines.every(({ judged, met }) => met || !judged),
  };
}

/** @throws TooLarge where sums leave what is exact. */
function reckonItems(run: Run, entries: readonly Entry[], ordered: readonly Entry[]): readonly Held[] {
  const { items, caps, knots } = run.program;
  const byItem = items.map((): Entry[] => []);
  for (const entry of entries) if (entry.reason === null) byItem[entry.item]?.push(entry);
  for (const list of byItem) list.sort(inOrder);
  const held = items.flatMap((program, place) => {
    const list = byItem[place] ?? [];
    return list.length === 0 ? [] : reckonItem(run, program, list);
  });
  // Nothing is negative, so where the whole is exact each part of it was.
  if (ordered.reduce((sum, { raw }) => sum + raw, 0) > LARGEST)
    throw new TooLarge('the credits of a year are too large');
  const cutAlone = (stage: Cap['stage']): void => {
    for (const cap of caps) if (cap.cap.stage === stage && cap.cap.crossing === null) cut(run, cap, ordered);
  };
  cutAlone('item');
  const tied = knots.map((all) => new Knot(run, all, ordered));
  for (const knot of tied) knot.tryItems();
  for (const deem of held) addDeemed(run, deem, byItem[deem.program.place] ?? []);
  cutAlone('section');
  for (const knot of tied) knot.cut();
  return held;
}

function carryOver({ program, person, report }: Run): Credit {
  const { carry } = program.plan;
  if (carry === null) return 0;
  const stated = person[program.person.place(carry.field)];
  // A fact is in millionths, a credit in hundredths; what is less than a hundredth is not carried.
  const whole = typeof stated === 'number' ? Math.floor(stated / 10_000) : 0;
  const carried = Math.min(whole, carry.limit ?? whole);
  if (carried > 0) report.use(carry.source, 'counted');
  return carried;
}

function outOfScope(run: Run): boolean {
  const { program, report } = run;
  const at = run.at([]);
  let exempt = false;
  program.plan.exceptions.forEach(({ source }, place) => {
    const when = program.exceptions[place];
    const held = when?.test(at);
    if (held === UNKNOWN) {
      const fields = listed(report.lang, when?.missing(at) ?? []);
      report.notice(null, source.clause, 'scopeUnknown', { line: source.words, fields });
    }
    if (held !== TRUE) return;
    exempt = true;
    report.use(source, 'exempt');
    report.read(source.readings);
  });
  return exempt;
}
