/** A roster as NDJSON: one practitioner a line, blank lines ignored. */
import type { InputFinding } from './finding.ts';
import type { Envelope } from './json.ts';
import { entryOf, type JsonPerson, personOf, type Report } from './json-person.ts';
import { readJson } from './json-text.ts';

export function readNdjsonRoster(text: string, file: string): Envelope {
  const findings: InputFinding[] = [];
  const people: { person: JsonPerson; line: number }[] = [];
  let lines = 0;
  for (const [index, content] of text.split(/\r\n|\n|\r/).entries()) {
    if (content.trim() === '') continue;
    lines++;
    const line = index + 1;
    const report: Report = (code, args, offset, path) => {
      findings.push({ code, args, place: { file, line, column: offset + 1, ...(path && { path }) } });
    };
    const { value, problem } = readJson(content);
    if (problem !== null) {
      report(problem.code, problem.args, problem.offset, '');
      continue;
    }
    const person = personOf(value, '', 0, report);
    if (person !== null) people.push({ person, line });
  }
  if (people.length < lines) return { year: null, entries: null, findings };
  const entries = (idKeys: readonly string[]) =>
    people.map(({ person, line }) => entryOf(person, idKeys, (offset) => ({ file, line, column: offset + 1 })));
  return { year: null, entries, findings };
}
