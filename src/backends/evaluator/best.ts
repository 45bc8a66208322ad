/** 只计最高: in each span the best records count, and of equals the earlier. */
import type { Entry } from './entry.ts';
import { explainCut } from './explain.ts';
import type { BestProgram } from './program.ts';
import type { Run } from './run.ts';
import { TRUE } from './truth.ts';

/** Takes everything from the others, before any cap. `entries` in order. */
export function keepBest(run: Run, program: BestProgram, to: string, entries: readonly Entry[]): void {
  const { best, when } = program;
  // Years of the cycle that are over keep their places.
  const taken = best.per === 'cycle' ? (run.past.kept.get(program) ?? 0) : 0;
  const places = Math.max(0, best.count - taken);
  const spans = new Map<number, Entry[]>();
  for (const entry of entries) {
    if (entry.raw === 0 || (when !== null && when.test(run.at(entry.facts)) !== TRUE)) continue;
    const span = run.spanOf(entry, best.per);
    if (span === null) continue;
    const together = spans.get(span) ?? [];
    together.push(entry);
    spans.set(span, together);
  }
  for (const together of spans.values()) {
    // The sort is stable: of equals the earlier stands first.
    if (best.per === 'cycle') run.past.kept.set(program, taken + Math.min(places, together.length));
    for (const entry of together.sort((a, b) => b.raw - a.raw).slice(places)) {
      explainCut(run, best.source, to, entry, entry.raw, 0);
      entry.raw = 0;
      entry.credits = 0;
      run.report.use(best.source, 'cut');
      run.report.read(best.source.readings);
    }
  }
}
