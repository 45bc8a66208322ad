/** Rule files beside one another: what each is, which stands on which, and which is in force. */
import { MOST } from './language/limits.ts';
import { phrases } from './language/phrase.ts';
import { Findings } from './language/report.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import { parse, scanHeader } from './parse.ts';

/** One rule file. `file` is a path or any name; it stands in diagnostics. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

export interface Described {
  readonly file: string;
  readonly label: string;
  readonly code: string;
  readonly version: string;
  readonly effective: string | null;
  readonly until: string | null;
}

/** The header of a rule file, read without its baseline; null where it has none. */
export const describe = (source: Source): Described | null => {
  const { file: tree } = parse(source.text, { file: source.file });
  const header = tree.sections.find((section) => section.kind === 'rules');
  if (header?.kind !== 'rules') return null;
  const dateOf = (kind: 'effective' | 'until'): string | null => {
    const line = header.lines.find((l) => l.kind === kind);
    return line?.kind === 'effective' || line?.kind === 'until' ? line.date.text : null;
  };
  return {
    file: source.file,
    label: header.label.text,
    code: header.code?.text ?? header.label.text,
    version: header.version?.text ?? '',
    effective: dateOf('effective'),
    until: dateOf('until'),
  };
};

/** A library is looked through by each of the files above it. */
const described = (source: Source): Described | null => {
  const known = descriptions.get(source);
  if (known !== undefined) return known;
  const found = describe(source);
  descriptions.set(source, found);
  return found;
};
const descriptions = new WeakMap<Source, Described | null>();

/** Of several versions of one jurisdiction, the one in force on the last day of the year; null where none is. */
export const inForce = <T extends Pick<Described, 'effective' | 'until'>>(
  versions: readonly T[],
  year: number,
): T | null => {
  const last = `${year}-12-31`;
  const standing = versions.filter(
    (v) => v.effective !== null && v.effective <= last && (v.until === null || v.until >= last),
  );
  const byDate = standing.toSorted((a, b) => ((a.effective ?? '') < (b.effective ?? '') ? 1 : -1));
  return byDate[0] ?? null;
};

export type Baseline = { readonly found: Source } | { readonly problem: Diagnostic };

/** The file that another names as the one it stands on; itself, where it names itself. */
export const findBaseline = (
  entry: Source,
  under: NonNullable<ReturnType<typeof scanHeader>['under']>,
  library: readonly Source[],
): Baseline => {
  const findings = new Findings();
  const report = findings.in(entry.file);
  const others = library.filter((source) => source.file !== entry.file);
  const named = others.flatMap((source) => {
    const header = described(source);
    return header && (header.label === under.name || header.code === under.name) ? [{ source, header }] : [];
  });
  const match = named.find(({ header }) => under.version === undefined || header.version === under.version);
  if (match) return { found: match.source };
  // Itself last, so that another version of the same rules is found first; the circle is told by the caller.
  const own = describe(entry);
  const itself = own !== null && (own.label === under.name || own.code === under.name);
  if (itself && (under.version === undefined || under.version === own.version)) return { found: entry };
  const args = { name: under.name, version: under.version ?? phrases.anyVersion };
  if (named.length > 0)
    report('CME205', under.span, {
      ...args,
      found: [...new Set(named.map(({ header }) => header.version))].join('、'),
    });
  else
    report('CME204', under.span, {
      ...args,
      places: others.map((source) => source.file).join('、') || phrases.noOtherFiles,
    });
  return { problem: findings.list[0] as Diagnostic };
};

/** The files that a file stands on, nearest first, so far as they are found. */
export const baselinesOf = (entry: Source, library: readonly Source[]): readonly Source[] => {
  const found: Source[] = [];
  for (let at: Source | null = entry; at !== null && found.length + 1 < MOST.layers; ) {
    const { under } = scanHeader(at.text);
    const baseline: Baseline | null = under ? findBaseline(at, under, library) : null;
    if (!baseline || !('found' in baseline)) break;
    at = baseline.found;
    if (at.file === entry.file || found.includes(at)) break;
    found.push(at);
  }
  return found;
};
