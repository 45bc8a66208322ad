/** Each number opens its people. */
import type { Filter, Sort } from './filter.ts';
import { show } from './state.ts';

export const openPeople = (title: string, filter: Filter, sort: Sort = 'roster'): void => show({ title, filter, sort });
