/** Which screen is shown stands in the address, so that back, forward and a link lead where one was: `#/edit`. */
import { Store } from './store.ts';

export const route = new Store({ screen: read() });

addEventListener('hashchange', () => route.set({ screen: read() }));

function read(): string {
  return /^#\/([a-z]+)/.exec(location.hash)?.[1] ?? 'start';
}

export const hrefOf = (screen: string): string => `#/${screen}`;

export function go(screen: string): void {
  if (location.hash !== hrefOf(screen)) location.hash = hrefOf(screen);
}
