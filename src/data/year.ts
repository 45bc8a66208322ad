/** The year in a text: four digits, from 1900 on; null where it is none. */
export function yearIn(text: string): number | null {
  return /^(?:19|[2-9]\d)\d\d$/.test(text.trim()) ? Number(text) : null;
}
