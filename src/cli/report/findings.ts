/** What a check found, and the texts that it was found in. */
import { type Accepted, type Diagnostic, LineMap, type RuleSource } from '../../index.ts';

export class Findings {
  readonly list: readonly Diagnostic[];
  /** Those that the files accept by 已知; null where only errors are told. */
  readonly accepted: readonly Accepted[] | null;
  private readonly texts: ReadonlyMap<string, string>;
  private readonly maps = new Map<string, LineMap>();

  constructor(
    list: readonly Diagnostic[],
    sources: readonly RuleSource[],
    accepted: readonly Accepted[] | null = null,
  ) {
    this.list = list;
    this.accepted = accepted;
    this.texts = new Map(sources.map(({ file, text }) => [file, text]));
  }

  mapOf(file: string): LineMap {
    let map = this.maps.get(file);
    if (map === undefined) {
      map = new LineMap(this.texts.get(file) ?? '');
      this.maps.set(file, map);
    }
    return map;
  }

  rangeOf({ file, span }: Pick<Diagnostic, 'file' | 'span'>) {
    const { start, end } = this.mapOf(file).range(span);
    return { start: { ...start, offset: span.start }, end: { ...end, offset: span.end } };
  }
}
