/** Findings about data, one line each on stderr, with the row and column or the path that each speaks of. */
import type { InputFinding, Place } from '../data/index.ts';
import { helpOf, type Lang, messageOf, type Severity, severityOf } from '../index.ts';
import { colourOf } from './report/text.ts';
import type { Shell } from './shell.ts';
import { printable } from './width.ts';

/** Of one warning about one field, so many are said; the rest is counted. */
const ALIKE = 3;

export class FindingReport {
  errors = 0;
  private readonly shell: Shell;
  private readonly alike = new Map<string, number>();

  constructor(shell: Shell) {
    this.shell = shell;
  }

  /** `hide` takes names and ids out of the sentence. */
  add({ code, args, place }: InputFinding, hide: (text: string) => string = (text) => text): void {
    const severity = severityOf({ code });
    if (severity === 'error') this.errors++;
    else if (this.isOneMore(`${code} ${args.field ?? args.header ?? ''}`)) return;
    const { lang } = this.shell;
    const help = helpOf({ code, args }, lang);
    const message = messageOf({ code, args }, lang);
    this.write(severity, code, place, hide([message, help].filter(Boolean).join(lang === 'zh' ? '；' : '; ')));
  }

  /** An error that is a sentence and has no code. */
  addText(text: string, place: Place): void {
    this.errors++;
    this.write('error', null, place, text);
  }

  /** Says how many were left out. */
  end(): void {
    for (const [key, count] of this.alike) {
      if (count > ALIKE)
        this.shell.err.line(`${key.split(' ', 1)[0]} ${this.shell.say('moreOfThese', { count: count - ALIKE })}`);
    }
  }

  private isOneMore(key: string): boolean {
    const count = (this.alike.get(key) ?? 0) + 1;
    this.alike.set(key, count);
    return count > ALIKE;
  }

  private write(severity: Severity, code: string | null, place: Place, text: string): void {
    const { shell } = this;
    const head = shell.err.paint(colourOf[severity], shell.say(severity));
    const colon = shell.lang === 'zh' ? '：' : ': ';
    shell.err.line(`${[head, code, placeText(place, shell.lang)].filter(Boolean).join(' ')}${colon}${printable(text)}`);
  }
}

/** `roster.csv 第 3 行第 5 列「时长」`, `roster.json 第 12 行第 4 列 practitioners[1].records[0]`. */
export function placeText(place: Place, lang: Lang): string {
  const row = place.row ?? place.line;
  const zh = lang === 'zh';
  const parts = [
    row === undefined ? '' : zh ? `第 ${row} 行` : `${place.row === undefined ? 'line' : 'row'} ${row}`,
    place.column === undefined ? '' : zh ? `第 ${place.column} 列` : `column ${place.column}`,
  ].filter(Boolean);
  const where = parts.join(zh ? '' : ', ');
  const header =
    place.header === undefined ? '' : zh ? `「${printable(place.header)}」` : ` 「${printable(place.header)}」`;
  return [place.file, `${where}${header}`, place.path && printable(place.path)].filter(Boolean).join(' ');
}
