/** Several choices in one cell, joined by 、: one is put in where its beginning was typed, or taken out where it stands. */
export function toggled(text: string, value: string): string {
  const names = text.split(/[、,，]/).map((name) => name.trim());
  const without = names.filter((name) => name !== value && name !== '');
  if (names.includes(value)) return without.join('、');
  // The last name is what one was just typing, unless the list ends with a mark or stands as it was.
  const last = names.at(-1) ?? '';
  const begun = last !== '' && value.startsWith(last) ? without.slice(0, -1) : without;
  return [...begun, value].join('、');
}
