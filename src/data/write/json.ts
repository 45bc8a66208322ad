/** The JSON of `cme eval`, one result a line; and NDJSON, which is those lines alone. */
import type { ResultWriter } from './report.ts';

// INVARIANT: every number is a safe integer over a hundred or a million, which JavaScript writes in full, without exponent.
export function jsonWriter(): ResultWriter {
  let rows = 0;
  return {
    head: ({ ruleset, year, readings }) =>
      `{"ruleset":${JSON.stringify(ruleset)},"year":${year},"readings":${JSON.stringify(readings)},"results":[`,
    row: (result) => `${rows++ === 0 ? '' : ','}\n${JSON.stringify(result)}`,
    tail: ({ summary, by }) =>
      `${rows === 0 ? '' : '\n'}],"summary":${JSON.stringify(summary)}${by ? `,"by":${JSON.stringify(by)}` : ''}}\n`,
  };
}

export function ndjsonWriter(): ResultWriter {
  return { head: () => '', row: (result) => `${JSON.stringify(result)}\n`, tail: () => '' };
}
