/** The results of `cme eval` for people: a table of practitioners, the notices, the summary. */
import type { GroupSummary, Head, Tail } from '../data/index.ts';
import type { NoticeResult, PersonResult, Plan } from '../index.ts';
import type { Output } from './output.ts';
import type { Colour, Shell } from './shell.ts';
import { type TableColumn, table } from './table.ts';
import { printable } from './width.ts';

const MOST_NOTICES = 20;

const colourOf: Record<PersonResult['status'], Colour> = { met: 'green', unmet: 'red', exempt: 'dim' };

export class EvalText implements Output {
  private readonly plan: Plan;
  private readonly head: Head;
  private readonly withRows: boolean;
  private readonly shell: Shell;
  private readonly rows: string[][] = [];
  private readonly statuses: PersonResult['status'][] = [];
  private readonly notices: string[] = [];
  private noticeCount = 0;

  constructor(plan: Plan, head: Head, withRows: boolean, shell: Shell) {
    this.plan = plan;
    this.head = head;
    this.withRows = withRows;
    this.shell = shell;
  }

  row(result: PersonResult): undefined {
    if (!this.withRows) return;
    const { shell } = this;
    this.statuses.push(result.status);
    this.rows.push([
      result.practitioner ?? '',
      shell.say(result.made_up ? 'madeUp' : result.status),
      String(result.credits),
      String(result.required),
      String(result.shortfall),
      this.missing(result),
    ]);
    for (const notice of result.notices) this.note(result, notice);
  }

  end(tail: Tail): Promise<void> | undefined {
    const { shell } = this;
    const { label, version, title } = this.plan;
    shell.out.line(
      shell.out.paint('bold', shell.say('ruleset', { label: title ?? label, version, year: this.head.year })),
    );
    const readings = this.readings();
    if (readings !== '') shell.out.line(shell.say('readings', { list: readings }));
    if (this.rows.length > 0) shell.out.write(`\n${this.table()}`);
    this.writeNotices();
    if (tail.by !== undefined) shell.out.write(`\n${this.groups(tail.by)}`);
    return shell.out.write(`\n${shell.say('summary', { ...tail.summary })}\n`);
  }

  private table(): string {
    const { shell } = this;
    const columns: TableColumn[] = [
      { title: shell.say('practitioner'), align: 'left' },
      { title: shell.say('status'), align: 'left' },
      { title: shell.say('credits'), align: 'right' },
      { title: shell.say('required'), align: 'right' },
      { title: shell.say('shortfall'), align: 'right' },
      { title: shell.say('missing'), align: 'left' },
    ];
    return table(columns, this.rows, (text, row, column) => {
      const status = this.statuses[row];
      return column === 1 && status !== undefined ? shell.out.paint(colourOf[status], text) : text;
    });
  }

  /** The parts of the requirement that are not met, and how many records should be looked at. */
  private missing({ status, requirements, records }: PersonResult): string {
    const { shell } = this;
    const unmet = status === 'unmet' ? requirements.filter(({ met }) => !met) : [];
    const parts = unmet.map(({ name, earned, required }) => shell.say('ofRequired', { name, earned, required }));
    const faulty = records.filter(({ reason }) => reason === 'invalid' || reason === 'incomplete').length;
    if (faulty > 0) parts.push(shell.say('faultyRecords', { count: faulty }));
    return parts.join(shell.lang === 'zh' ? '；' : '; ');
  }

  /** Those of several options, as adopted or set. */
  private readings(): string {
    const open = this.plan.readings.filter(({ options }) => options.length > 1);
    return open
      .map(
        ({ label, options, adopted }) => `${label} ${options.find(({ code }) => code === adopted)?.label ?? adopted}`,
      )
      .join('、');
  }

  private note({ practitioner }: PersonResult, { record, clause, message }: NoticeResult): void {
    this.noticeCount++;
    if (this.notices.length < MOST_NOTICES) {
      this.notices.push(
        [practitioner, record, clause, message]
          .filter((part) => part !== null)
          .map(printable)
          .join('  '),
      );
    }
  }

  private writeNotices(): void {
    if (this.noticeCount === 0) return;
    const { shell } = this;
    shell.out.line(`\n${shell.say('notices', { count: this.noticeCount })}`);
    for (const text of this.notices) shell.out.line(`  ${text}`);
    const more = this.noticeCount - this.notices.length;
    if (more > 0) shell.out.line(`  ${shell.say('moreNotices', { count: more })}`);
  }

  private groups({ label, groups }: GroupSummary): string {
    const { shell } = this;
    const titles = ['count', 'met', 'unmet', 'exempt', 'invalidRecords'] as const;
    const columns: TableColumn[] = [
      { title: label, align: 'left' },
      ...titles.map((title) => ({ title: shell.say(title), align: 'right' as const })),
    ];
    const rows = groups.map((group) => [
      (shell.lang === 'zh' ? group.label : group.value) ?? shell.say('noValue'),
      ...[group.practitioners, group.met, group.unmet, group.exempt, group.invalid_records].map(String),
    ]);
    return table(columns, rows);
  }
}
