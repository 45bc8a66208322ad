/**
 * Menus by keyboard: the keys are in the menu as soon as it is open, and back on what opened it when it closes. The key
 * that chooses does nothing more, or it would press what has the focus by then.
 */
import type { MenuProps } from 'antd';
import type { RefObject } from 'react';

export function menuKeys(button: RefObject<HTMLElement | null>): {
  readonly autoFocus: true;
  /** It begins at its first item each time. */
  readonly destroyOnHidden: true;
  readonly onOpenChange: (open: boolean) => void;
} {
  return {
    autoFocus: true,
    destroyOnHidden: true,
    onOpenChange: (open) => {
      if (!open && document.activeElement?.closest('[role="menu"]')) button.current?.focus();
    },
  };
}

export const chosenOnce =
  (act: NonNullable<MenuProps['onClick']>): NonNullable<MenuProps['onClick']> =>
  (chosen) => {
    chosen.domEvent.preventDefault();
    act(chosen);
  };
