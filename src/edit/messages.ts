/** What gestures on tables are answered with, in Chinese and English. Placeholders are `{name}`. */
import type { Lang } from '../model/codes.ts';

export const editMessages = {
  // ---- why a gesture is refused
  goneAway: { zh: '这一行已经不在了，请在表里重新选', en: 'this row is gone; choose it again in the table' },
} as const;

export type EditMessageId = keyof typeof editMessages;

export interface Said {
  readonly id: EditMessageId;
  readonly args: Readonly<Record<string, string>>;
}

export const say = (id: EditMessageId, args: Readonly<Record<string, string>> = {}): Said => ({ id, args });

export const editMessage = ({ id, args }: Said, lang: Lang): string =>
  editMessages[id][lang].replace(/\{(\w+)\}/g, (_, key: string) => args[key] ?? '');
