/** How names sound: the first letters of their pinyin, and all of them. The table is large, so it comes when it comes. */
type Read = (text: string) => readonly string[];

let read: Read | null = null;
const known = new Map<string, readonly string[]>();

export const fetchSounds = (): void => {
  import('pinyin-pro').then(
    ({ pinyin }) => {
      const sound = (text: string, pattern: 'first' | 'pinyin'): string =>
        pinyin(text, { pattern, toneType: 'none', type: 'array', nonZh: 'removed' }).join('').toLowerCase();
      read = (text) => [sound(text, 'first'), sound(text, 'pinyin')].filter((one) => one !== '');
    },
    // Without it names are found by what they are, and by their codes.
    () => {},
  );
};

export function soundsOf(text: string): readonly string[] {
  const before = known.get(text);
  if (before || read === null) return before ?? [];
  const made = read(text);
  known.set(text, made);
  return made;
}
