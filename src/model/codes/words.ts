/** What a catalogue of findings is made of. */
export type Severity = 'error' | 'warning' | 'info';
export type Lang = 'zh' | 'en';

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A piece of a sentence; one that reads differently in the two languages says both. */
export type Phrase = string | Bilingual;

/** Values of a sentence's placeholders. */
export type Args = Readonly<Record<string, Phrase>>;

export interface Words {
  readonly severity: Severity;
  readonly zh: string;
  readonly en: string;
  readonly help?: { readonly zh: string; readonly en: string };
}

/** Makes the words of a finding that says how to mend it. */
export const words = <S extends Severity>(severity: S, zh: string, en: string, helpZh: string, helpEn: string) => ({
  severity,
  zh,
  en,
  help: { zh: helpZh, en: helpEn },
});
export const error = (zh: string, en: string, helpZh: string, helpEn: string) => words('error', zh, en, helpZh, helpEn);
