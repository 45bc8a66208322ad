/** Examples that try what another has tried. */
import type { Span } from '../model/span.ts';
import type { ExampleCase } from './lower/example.ts';
import type { Report } from './report.ts';

const known = ({ year, person, records, chosen, expected }: ExampleCase): string =>
  JSON.stringify([
    year,
    [...person].sort(),
    records.map((record) => [...record].sort()),
    [...chosen].sort(),
    Object.entries(expected).sort(),
  ]);

/** Each is told with the first that it repeats. */
export const tellTwins = (examples: readonly ExampleCase[], spanOf: (line: number) => Span, report: Report): void => {
  const first = new Map<string, ExampleCase>();
  for (const example of examples) {
    const before = first.get(known(example));
    if (before) {
      const args = { name: example.name, first: before.name, line: String(before.line) };
      report('CME717', spanOf(example.line), args);
    } else first.set(known(example), example);
  }
};
