import type { KeyboardEvent, ReactNode } from 'react';
import { classOf, closeDrawer, type Drawer, drawer, toggleDrawer } from '../state/drawer.ts';
import { prefs } from '../state/prefs.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';

/** Over the table of a narrow page: what opens the panes that have no room beside it. */
export function DrawerBar(): ReactNode {
  return (
    <div className="drawerbar">
      <Opener of="outline" />
      <Opener of="text" />
      <Opener of="explain" />
    </div>
  );
}

function Opener({ of }: { readonly of: Drawer }): ReactNode {
  const say = useSay();
  const open = useStore(drawer, (all) => all.open === of);
  return (
    <button
      type="button"
      className="btn"
      data-drawer={of}
      aria-expanded={open}
      onClick={() => {
        // A text that is not shown at all would have no drawer either.
        if (of === 'text' && prefs.get().layout === 'table') prefs.set({ layout: 'both' });
        toggleDrawer(of);
      }}
    >
      {say(of)}
    </button>
  );
}

export function CloseDrawer(): ReactNode {
  const say = useSay();
  return (
    <button type="button" className="link closer" data-close="" onClick={closeDrawer}>
      {say('closePane')}
    </button>
  );
}

/** For the pane itself: whether it is open as a drawer, and Esc, which closes it. */
export function useDrawer(of: Drawer): {
  readonly className: string;
  readonly onKeyDown: (event: KeyboardEvent) => void;
} {
  const open = useStore(drawer, (all) => all.open === of);
  return {
    className: open ? `${classOf(of)} open` : classOf(of),
    onKeyDown: ({ key, nativeEvent }) => {
      // In the text Esc closes what Monaco has opened.
      const { target } = nativeEvent;
      const inText = target instanceof Element && target.closest('.monaco-editor') !== null;
      if (open && key === 'Escape' && !nativeEvent.isComposing && !inText) closeDrawer();
    },
  };
}
