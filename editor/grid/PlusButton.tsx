import type { ReactNode } from 'react';
import { useSay } from '../words/index.ts';

/** Opens what may be added to the section of its row; the grid finds which that is. */
export function PlusButton(): ReactNode {
  const say = useSay();
  return (
    <button type="button" className="plus" tabIndex={-1} data-plus="" aria-haspopup="menu">
      ＋ {say('add')}
    </button>
  );
}
