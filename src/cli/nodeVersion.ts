/** Whether this Node can run the program; nothing else may be imported here. */

/** As `engines` in package.json says. */
export const LEAST = [22, 12] as const;

/** What to tell whoever has an older one, in both languages, since nothing is read yet that knows which is wanted. */
export function tooOld(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return null;
  const least = LEAST.join('.');
  return `cme: 需要 Node ${least} 或更新的版本，这里是 ${version} · Node ${least} or newer is needed; this is ${version}\n`;
}
