/** Numbers as the screens show them. */
/** Hundredths as credits: `2.5`, `1,006`. */
export const creditsOf = (cents: number): string => count(Math.round(cents) / 100);

export const count = (number: number): string => number.toLocaleString('en-US', { maximumFractionDigits: 2 });

/** With one decimal, always. */
export const one = (number: number): string =>
  number.toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const rate = (part: number, all: number): string => (all === 0 ? '—' : `${one((part / all) * 100)}%`);

/** With its sign: `+2.5`, `−8`. */
export const signed = (cents: number): string =>
  cents > 0 ? `+${creditsOf(cents)}` : cents < 0 ? `−${creditsOf(-cents)}` : '0';
