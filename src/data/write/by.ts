/** `--by FIELD`: the summary once for each value of a practitioner's field. */
import type { Field } from '../../model/plan.ts';
import type { PersonResult, Summary } from '../../model/result.ts';
import type { RawFacts } from '../../model/roster.ts';
import { sameSpelling } from '../names.ts';
import { textUnder } from '../roster.ts';
import { Counter } from './summary.ts';

export interface GroupSummary {
  readonly field: string;
  readonly label: string;
  readonly groups: readonly ({ readonly value: string | null; readonly label: string | null } & Summary)[];
}

export class Grouper {
  private readonly field: Field;
  private readonly counters = new Map<string | null, Counter>();

  constructor(field: Field) {
    this.field = field;
  }

  add(facts: RawFacts, result: PersonResult): void {
    this.counterOf(facts).add(result);
  }

  /** What somebody else has counted of those with these facts. */
  addAll(facts: RawFacts, counted: Summary): void {
    this.counterOf(facts).addAll(counted);
  }

  private counterOf(facts: RawFacts): Counter {
    const value = this.valueIn(facts);
    let counter = this.counters.get(value);
    if (counter === undefined) {
      counter = new Counter();
      this.counters.set(value, counter);
    }
    return counter;
  }

  /** A choice's values in the order of its options, then the others as they came; without a value last. */
  get groups(): GroupSummary {
    const { key, label, options } = this.field;
    const order = (value: string | null): number => {
      if (value === null) return Number.POSITIVE_INFINITY;
      const index = options.findIndex((option) => option.key === value);
      return index < 0 ? options.length : index;
    };
    const found = [...this.counters].sort(([a], [b]) => (order(a) === order(b) ? 0 : order(a) - order(b)));
    const groups = found.map(([value, counter]) => {
      const option = options.find((one) => one.key === value);
      return { value, label: option?.label ?? value, ...counter.summary };
    });
    return { field: key, label, groups };
  }

  private valueIn(facts: RawFacts): string | null {
    const { key, label, type, default: absent } = this.field;
    const raw = facts.get(key) ?? facts.get(label);
    const text = typeof raw === 'boolean' ? String(raw) : textUnder(facts, [key, label])?.trim();
    if (text === undefined || text === '') return absent === null ? null : String(absent);
    if (type !== 'yesno') return sameSpelling(this.field, text);
    return { yes: 'true', 是: 'true', no: 'false', 否: 'false' }[text] ?? text;
  }
}
