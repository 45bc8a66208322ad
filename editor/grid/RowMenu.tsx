import { Dropdown, type MenuProps } from 'antd';
import type { ReactNode } from 'react';
import type { Gesture, Key, Said } from '../../src/edit/index.ts';
import { focusPane } from '../frame/shortcuts.ts';
import { useSure } from '../parts/useSure.tsx';
import type { DrawnRow } from '../sheets/model.ts';
import { perform } from '../state/gesture.ts';
import { select } from '../state/select.ts';
import { useSay } from '../words/index.ts';

export interface MenuTarget {
  readonly row: DrawnRow;
  readonly at: DOMRect;
}

/** What can be done with a row as a whole. */
export function RowMenu(props: {
  readonly target: MenuTarget;
  readonly close: () => void;
  readonly back: () => void;
  /** Opens the panel for a new condition. */
  readonly add: (row: DrawnRow) => void;
}): ReactNode {
  const { target, close, back, add } = props;
  const { row, at } = target;
  const say = useSay();
  const sure = useSure();
  const key = row.acts === 'block' ? row.block.key : row.of.key;
  const disabled = row.of.kind === 'disabled' || row.block.disabled;
  const items: MenuProps['items'] = [
    { key: 'above', label: say('insertAbove') },
    { key: 'duplicate', label: say('duplicate') },
    { key: 'up', label: say('moveUp'), extra: 'Alt+↑' },
    { key: 'down', label: say('moveDown'), extra: 'Alt+↓' },
    ...(takesCondition(row) ? [{ key: 'condition', label: `${say('addCondition')}…` }] : []),
    { key: disabled ? 'enable' : 'disable', label: say(disabled ? 'enable' : 'disable') },
    { type: 'divider' },
    { key: 'text', label: say('toText') },
    { type: 'divider' },
    { key: 'delete', label: say('remove'), danger: true },
  ];
  const onClick: MenuProps['onClick'] = (chosen) => {
    close();
    back();
    if (chosen.key === 'condition') {
      add(row);
      return;
    }
    if (chosen.key === 'text') {
      select(row.of.key, null, row.of.span, row.of.line);
      focusPane('text');
      return;
    }
    const gesture = gestureOf(chosen.key, key, row);
    if (gesture) void perform(gesture, (asks: Said) => sure(asks));
  };
  return (
    <Dropdown
      open
      menu={{ items, onClick, autoFocus: true }}
      trigger={['click']}
      placement="bottomRight"
      onOpenChange={(open) => {
        if (open) return;
        close();
        back();
      }}
    >
      <span className="overlay anchor" style={{ left: at.left, top: at.top, width: at.width, height: at.height }} />
    </Dropdown>
  );
}

const takesCondition = ({ cells }: DrawnRow): boolean =>
  cells.some(({ parts }) => parts.some(({ kind }) => kind === 'add'));

/** A new row above is made as like the one below as can be: a copy, which stands there ready to be changed. */
function gestureOf(act: string, key: Key, row: DrawnRow): Gesture | null {
  switch (act) {
    case 'above':
      return row.table
        ? { kind: 'addTableRow', table: row.table.key, where: { before: key } }
        : { kind: 'duplicate', key };
    case 'duplicate':
      return { kind: 'duplicate', key };
    case 'up':
    case 'down':
      return { kind: 'move', key, to: act };
    case 'disable':
      return { kind: 'disable', key };
    case 'enable':
      return { kind: 'enable', key };
    case 'delete':
      return { kind: 'delete', keys: [key] };
    default:
      return null;
  }
}
