/** Time enough for a browser that asks where to put it. */
const KEPT_MS = 60_000;

/** Hands a file to the browser's downloads. */
export function handOut(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
