/** Whose rules an export is, and under which readings. */
import type { Plan } from '../model/plan.ts';

export interface Mark {
  /** Version of the rule language. */
  readonly language: number;
  readonly ruleset: {
    readonly code: string;
    readonly version: string;
    readonly label: string;
    readonly title: string | null;
    /** SHA-256 of the texts of the rule file and its baselines. */
    readonly hash: string;
  };
  /** The option in force of each reading that has several. */
  readonly readings: Readonly<Record<string, string>>;
}

export const markOf = ({ language, code, version, label, title, readings }: Plan, hash: string): Mark => ({
  language,
  ruleset: { code, version, label, title, hash },
  readings: Object.fromEntries(
    readings.filter(({ options }) => options.length > 1).map((one) => [one.code, one.adopted]),
  ),
});
