/** What the box of the grid and the grid ask of each other. */
import type { Stop } from '../sheets/model.ts';

export interface EditorHandle {
  focus(): void;
  open(): void;
  commit(): void;
}

export interface Actions {
  /** To the first stop of the row that is chosen, else of the table. */
  enter(): void;
  move(dx: number, dy: number, wrap?: boolean): boolean;
  edge(end: 'row start' | 'row end' | 'start' | 'end'): void;
  menu(): void;
  above(): void;
  /** Of a table: makes the selected block larger or smaller. */
  extend(dx: number, dy: number): void;
  /** The whole table. */
  all(): void;
  /** The selected block as a spreadsheet takes it; null where there is none. */
  copied(): string | null;
  panel(stop: Stop): void;
  shift(to: 'up' | 'down'): void;
  paste(text: string): boolean;
}
