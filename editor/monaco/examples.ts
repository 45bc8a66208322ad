/** Where a lens leads: to the screen of the examples where there is one, else to the example in the text. */
import { screens } from '../screens/index.ts';
import { go } from '../state/route.ts';
import { revealLine } from '../state/select.ts';

export function showExample(example: { readonly line: number } | null): void {
  if (screens.some(({ id }) => id === 'examples')) go('examples');
  else if (example) revealLine(example.line);
}
