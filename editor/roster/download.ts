import type { Encoded } from './export.ts';

/** Hands a file to the browser's downloads. */
export function handOut(file: Encoded | null): void {
  if (file === null) return;
  const url = URL.createObjectURL(file.blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
