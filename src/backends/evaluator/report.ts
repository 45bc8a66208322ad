/** What an evaluation says besides its numbers: findings, notices, steps, which readings and lines it used. */
import type { CodeId } from '../../model/codes.ts';
import { creditNumber } from '../../model/credit.ts';
import type { Lang } from '../../model/diagnostic.ts';
import type { Credit, Source } from '../../model/plan.ts';
import type { DataFinding, NoticeResult, Step } from '../../model/result.ts';
import type { OnUse, Use } from './use.ts';
import { type Saying, say } from './words.ts';

export interface ReportOptions {
  readonly lang: Lang;
  readonly explain: boolean;
  readonly onUse: OnUse | undefined;
  /** False: nobody reads what is noticed, and it need not be looked for. */
  readonly heard?: boolean;
}

/** A step with its amounts in hundredths; what it does not say of record, quantity and loss is null or 0. */
type Told = Pick<Step, 'kind' | 'clause' | 'rule' | 'to'> &
  Partial<Pick<Step, 'record' | 'quantity'>> & {
    readonly credits: Credit;
    readonly lost?: Credit;
  };

export class Report {
  readonly findings: DataFinding[] = [];
  readonly notices: NoticeResult[] = [];
  /** Only where an explanation is asked for. */
  readonly steps: Step[] | null;
  readonly lang: Lang;
  readonly heard: boolean;
  /** Someone asks which lines were used. */
  readonly followed: boolean;
  readonly #used = new Set<string>();
  readonly #onUse: OnUse | undefined;

  constructor({ lang, explain, onUse, heard = true }: ReportOptions) {
    this.lang = lang;
    this.heard = heard;
    this.steps = explain ? [] : null;
    this.followed = onUse !== undefined;
    this.#onUse = onUse;
  }

  /** In the contract's order of keys. */
  step({ kind, record = null, clause, rule, quantity = null, credits, lost = 0, to }: Told): void {
    const numbers = { credits: creditNumber(credits), lost: creditNumber(lost) };
    this.steps?.push({ kind, record, clause, rule, quantity, ...numbers, to });
  }

  find(code: CodeId, record: number | null, field: string | null, args: Readonly<Record<string, string>>): DataFinding {
    const finding = { code, args, record, field };
    this.findings.push(finding);
    return finding;
  }

  notice(record: string | null, clause: string | null, what: Saying, args: Readonly<Record<string, string>>): void {
    this.notices.push({ record, clause, message: say(this.lang, what, args) });
  }

  /** For coverage; what a result says does not depend on it. */
  use(source: Source, what: Use): void {
    this.#onUse?.(source, what);
  }

  /** The readings that an effect of this line rests on. */
  read(readings: readonly string[]): void {
    for (const reading of readings) this.#used.add(reading);
  }

  used(reading: string): boolean {
    return this.#used.has(reading);
  }
}
