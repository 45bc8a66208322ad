import { useEffect, useState } from 'react';

/** Of what lies over the page: when it goes, the focus goes back to what opened it, where nothing else has taken it. */
export function useReturn(): void {
  const [from] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const at = document.activeElement;
      if ((at === null || at === document.body) && from instanceof HTMLElement && from.isConnected) from.focus();
    },
    [from],
  );
}
