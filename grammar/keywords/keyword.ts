/** A word of the language: how it is spelt, where it may stand, how it is coloured, and what it is for. */

/**
 * `section` opens a section, `line` opens a line, `inner` stands within a line, `both` opens a line and stands within one.
 */
export type Place = 'section' | 'line' | 'inner' | 'both';
export type Colour =
  | 'section'
  | 'line'
  | 'operator'
  | 'connective'
  | 'unit'
  | 'span'
  | 'type'
  | 'constant'
  | 'rounding';

export interface Keyword {
  readonly zh: string;
  readonly en: string;
  readonly place: Place;
  readonly colour: Colour;
  /** One sentence in each language. */
  readonly help: { readonly zh: string; readonly en: string };
}

/** Makes words of one place and colour. */
export const wordOf =
  (place: Place, colour: Colour) =>
  (zh: string, en: string, helpZh: string, helpEn: string): Keyword => ({
    zh,
    en,
    place,
    colour,
    help: { zh: helpZh, en: helpEn },
  });
