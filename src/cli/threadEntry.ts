/** Where the file of a thread stands: in its folder as the program is run, at the root of the package as it is built. */
export function threadEntry(source: string, built: string): URL {
  const from = import.meta.url;
  if (from.endsWith('.ts')) return new URL(source, from);
  return new URL(/\/chunks\/[^/]*$/.test(from) ? `../${built}` : built, from);
}
