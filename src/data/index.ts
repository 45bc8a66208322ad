/**
 * Rosters in and results out, for any shell: text or bytes go in, plain data comes out, and what is wrong with them is a
 * finding with its place. Nothing here touches files, Node or a browser.
 */
export { type Column, type Columns, columnsOf } from './columns.ts';
export { delimiterOf, type OnRead, type Rows, readCsv } from './csv.ts';
export type { Encoding } from './decode.ts';
export { decode } from './decode.ts';
export { type InputFinding, type Place, shortPlace } from './finding.ts';
export { type Kind, kindByBytes, kindByName } from './kind.ts';
export { fieldNamed, hiddenKeys } from './names.ts';
export { type PlainCsv, PlainCsvCheck } from './plainCsv.ts';
export { type Opened, openAny, openRoster, openRows, openText, rosterOf } from './read.ts';
export type { Entry, Read, Roster, Vocabulary } from './roster.ts';
export { rosterJsonSchema, rosterSchema } from './schema.ts';
export { idColumns, isSpoilt, SPOILT, spoiltBy, spoiltFinding } from './spoilt.ts';
export { Grouper, type GroupSummary } from './write/by.ts';
export { csvWriter, harmless } from './write/csv.ts';
export { jsonWriter, ndjsonWriter } from './write/json.ts';
export { type Mask, maskOf, veiled } from './write/mask.ts';
export { type Head, type ResultWriter, type Tail, written } from './write/report.ts';
export { Counter } from './write/summary.ts';
export { type Cell, type ResultTable, resultTable, STATUS } from './write/table.ts';
export { sheetNames } from './xlsx/sheets.ts';
export { sheetText } from './xlsx/text.ts';
export { yearIn } from './year.ts';
