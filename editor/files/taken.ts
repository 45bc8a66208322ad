/** A file of the user's own to the text of rules, or the words why not. Comes when it is first wanted, with what decodes. */
import { decode } from '../../src/data/index.ts';
import { messageOf } from '../../src/index.ts';
import { type Args, said, type WordId } from '../words/said.ts';
import { Refused } from './files.ts';

/** What the server takes, too. Hubei's file has 45 thousand characters. */
const MOST = { bytes: 4 * 2 ** 20, characters: 2 ** 20 };

export interface Chosen {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

type Words = { readonly zh: string; readonly en: string };

export interface Taken {
  readonly text: string;
  /** It began with a byte order mark. */
  readonly mark: boolean;
  /** What is to be known about how it was read. */
  readonly told?: Words;
}

export async function takenFrom(file: Chosen): Promise<Taken> {
  const { name, size } = file;
  const tooLarge = () => new Refused(both('tooLarge', () => ({ name, size: (size / 2 ** 20).toFixed(1) })));
  // A roster that got here by its name is not even read.
  if (size > MOST.bytes) throw tooLarge();
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) return { text: '', mark: false };
  // As everywhere in this project: strict UTF-8, else GB18030.
  const { text, encoding, findings } = decode(bytes, name);
  if (text === null) {
    const [why] = findings;
    const { line, column } = why?.place ?? {};
    const at = line === undefined ? null : both('brokenAt', () => ({ line, column: column ?? 1 }));
    throw new Refused(
      both('notRead', (lang) => ({ name, why: `${at?.[lang] ?? ''}${why ? messageOf(why, lang) : ''}` })),
    );
  }
  if (text.length > MOST.characters) throw tooLarge();
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return encoding === 'UTF-8' ? { text, mark } : { text, mark, told: both('readAs', () => ({ name, encoding })) };
}

function both(id: WordId, args: (lang: 'zh' | 'en') => Args): Words {
  return { zh: said(id, 'zh', args('zh')), en: said(id, 'en', args('en')) };
}
