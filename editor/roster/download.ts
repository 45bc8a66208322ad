import { handOut } from '../files/handOut.ts';
import type { Encoded } from './export.ts';

/** Null: there was nothing to export. */
export const download = (file: Encoded | null): void => {
  if (file !== null) handOut(file.name, file.blob);
};
