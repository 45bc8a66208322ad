/** On a narrow page 「目录」, 「说明」 and the text lie over the table, one at a time, and only while they are asked for. */
import { Store } from './store.ts';

export type Drawer = 'outline' | 'explain' | 'text';

export const drawer = new Store<{ readonly open: Drawer | null }>({ open: null });

export function toggleDrawer(which: Drawer): void {
  const open = drawer.get().open === which ? null : which;
  drawer.set({ open });
  if (open) requestAnimationFrame(() => document.querySelector<HTMLElement>(`.${classOf(open)} [data-close]`)?.focus());
}

/** The focus goes back to the button that opened it. */
export function closeDrawer(): void {
  const { open } = drawer.get();
  if (open === null) return;
  drawer.set({ open: null });
  document.querySelector<HTMLElement>(`[data-drawer="${open}"]`)?.focus();
}

/** Where one goes by a key, the focus is not the drawer's affair. */
export function showDrawer(which: Drawer, shown: boolean): void {
  const { open } = drawer.get();
  if (shown) drawer.set({ open: which });
  else if (open === which) drawer.set({ open: null });
}

export const classOf = (which: Drawer): string => (which === 'text' ? 'textpane' : which);
