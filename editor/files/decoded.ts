/** Bytes of a rule file to its text, as everywhere in this project: strict UTF-8, else GB18030. Comes when it is first wanted. */
import { decode } from '../../src/data/index.ts';
import { messageOf } from '../../src/index.ts';
import { said } from '../words/index.ts';
import { Refused } from './files.ts';

type Told = { readonly zh: string; readonly en: string };

/** `told`: what is to be known about it. Throws what hinders it, in words. */
export function decodedFrom(bytes: Uint8Array, name: string): { readonly text: string; readonly told: Told | null } {
  if (bytes.length === 0) return { text: '', told: null };
  const { text, encoding, findings } = decode(bytes, name);
  if (text === null) {
    const [why] = findings;
    const words = (lang: 'zh' | 'en') => {
      const { line, column } = why?.place ?? {};
      const at = line === undefined ? '' : said('brokenAt', lang, { line, column: column ?? 1 });
      return said('notRead', lang, { name, why: `${at}${why ? messageOf(why, lang) : ''}` });
    };
    throw new Refused({ zh: words('zh'), en: words('en') });
  }
  if (encoding === 'UTF-8') return { text, told: null };
  const args = { name, encoding };
  return { text, told: { zh: said('readAs', 'zh', args), en: said('readAs', 'en', args) } };
}
