/** Each number opens its people, and the focus comes back to it. */
import type { Filter, Sort } from './filter.ts';
import { show } from './state.ts';

let opener: Element | null = null;

export function openPeople(title: string, filter: Filter, sort: Sort = 'roster'): void {
  opener = document.activeElement;
  show({ title, filter, sort });
}

export function backToOpener(): void {
  if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  opener = null;
}
