/** What is preferred of the looks of everything, told to the style sheets: size of type, and that nothing moves. */
import { prefs } from '../state/prefs.ts';

const put = (): void => {
  const { size, still } = prefs.get();
  const { dataset } = document.documentElement;
  dataset.size = size;
  dataset.still = String(still);
};

put();
prefs.subscribe(put);

/** The type of the text pane, and how it takes what an input method writes. */
export function typeOfText(place: Element) {
  const { wide, ime } = prefs.get();
  const [fontSize = 13, lineHeight = 20] = (
    getComputedStyle(place)
      .getPropertyValue('--t-code')
      .match(/[\d.]+(?=px)/g) ?? []
  ).map(Number);
  const fullwidthCharacterWidth: 'twoCells' | 'font' = wide ? 'twoCells' : 'font';
  return { fontSize, lineHeight, fullwidthCharacterWidth, editContext: !ime };
}
