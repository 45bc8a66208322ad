/** Counts results as they come. */
import type { PersonResult, Summary } from '../../model/result.ts';

export class Counter {
  private readonly count = { practitioners: 0, met: 0, unmet: 0, exempt: 0, invalid_records: 0 };

  add(result: PersonResult): void {
    this.count.practitioners++;
    this.count[result.status]++;
    for (const { reason } of result.records) {
      if (reason === 'invalid' || reason === 'incomplete') this.count.invalid_records++;
    }
  }

  /** What somebody else has counted. */
  addAll(counted: Summary): void {
    for (const key of ['practitioners', 'met', 'unmet', 'exempt', 'invalid_records'] as const)
      this.count[key] += counted[key];
  }

  get summary(): Summary {
    return { ...this.count };
  }
}
