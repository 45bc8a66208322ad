/** Hands a Word file to the browser's downloads. */

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export function handOut(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: WORD }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
