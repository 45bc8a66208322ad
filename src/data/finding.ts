/** Where something stands in a roster file, and what was found there. */
import type { CodeId } from '../model/codes.ts';

/** A place for people; all numbers count from 1, and what is not known is left out. */
export interface Place {
  readonly file: string;
  /** Row of a flat file, as a spreadsheet numbers it: the header is row 1. */
  readonly row?: number;
  /** Line of a text. */
  readonly line?: number;
  /** Column of the row, or of the line. */
  readonly column?: number;
  /** Name of the row's column. */
  readonly header?: string;
  /** Way through a JSON text: `practitioners[3].records[2].hours`, counted from 0 as programs do. */
  readonly path?: string;
}

export interface InputFinding {
  readonly code: CodeId;
  readonly args: Readonly<Record<string, string>>;
  readonly place: Place;
}

/** A place in few words, for a sentence that names two: `第 4 行`, `practitioners[1]`. */
export function shortPlace(place: Place): string {
  if (place.row !== undefined) return `${place.file}:${place.row}`;
  const line = place.line === undefined ? '' : `:${place.line}`;
  return `${place.file}${line}${place.path ? ` ${place.path}` : ''}`;
}
