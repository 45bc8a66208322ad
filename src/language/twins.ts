/** Examples that try what another has tried. */
import type { RawFacts } from '../model/roster.ts';
import type { Span } from '../model/span.ts';
import type { ExampleCase } from './lower/example.ts';
import type { Report } from './report.ts';

/** The same for the same facts, in whatever order they are given. */
const factsOf = (facts: RawFacts): string =>
  [...facts]
    .map(([key, value]) => JSON.stringify([key, value]))
    .sort()
    .join();

const known = ({ year, person, records, chosen, expected }: ExampleCase): string =>
  [year, factsOf(person), ...records.map(factsOf), factsOf(chosen), factsOf(new Map(Object.entries(expected)))].join(
    ';',
  );

/** Each is told with the first that it repeats. */
export const tellTwins = (examples: readonly ExampleCase[], spanOf: (line: number) => Span, report: Report): void => {
  const first = new Map<string, ExampleCase>();
  for (const example of examples) {
    const facts = known(example);
    const before = first.get(facts);
    if (before) {
      const args = { name: example.name, first: before.name, line: String(before.line) };
      report('CME717', spanOf(example.line), args);
    } else first.set(facts, example);
  }
};
