import { Dropdown, type MenuProps } from 'antd';
import type { ReactNode } from 'react';
import type { Gesture, Key, LineKind, Said } from '../../src/edit/index.ts';
import { focusPane } from '../frame/shortcuts.ts';
import { chosenOnce } from '../parts/menuKeys.ts';
import { useSure } from '../parts/useSure.tsx';
import type { DrawnRow } from '../sheets/model.ts';
import { add as addNow, addSection } from '../state/add.ts';
import { perform } from '../state/gesture.ts';
import { go } from '../state/route.ts';
import { select } from '../state/select.ts';
import { session } from '../state/session.ts';
import { wish } from '../state/wish.ts';
import { useLang, useSay } from '../words/index.ts';
import { addItems, addTo } from './AddMenu.tsx';
import type { MenuTarget } from './menuTarget.ts';

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
  const lang = useLang();
  const sure = useSure();
  const key = row.acts === 'block' ? row.block.key : row.of.key;
  const disabled = row.of.kind === 'disabled' || row.block.disabled;
  const others = row.acts === 'block' ? siblings(row) : [];
  const column = row.table?.grid?.columns.find(({ slot, kind }) => slot === target.slot && kind === 'field');
  const items: MenuProps['items'] = [
    { key: 'above', label: say('insertAbove'), extra: 'Insert' },
    { key: 'duplicate', label: say('duplicate') },
    { key: 'up', label: say('moveUp'), extra: 'Alt+↑' },
    { key: 'down', label: say('moveDown'), extra: 'Alt+↓' },
    ...(others.length > 0
      ? [
          {
            key: 'moveTo',
            label: say('moveTo'),
            popupClassName: 'tall',
            children: [
              ...others.map((one) => ({ key: `before ${one.key}`, label: say('moveBefore', { name: one.title }) })),
              { key: `after ${others.at(-1)?.key}`, label: say('moveLast') },
            ],
          },
        ]
      : []),
    ...(row.acts === 'block' && !disabled
      ? [{ key: 'add', label: say('add'), popupClassName: 'tall', children: addItems(row.block, lang) }]
      : []),
    ...(takesCondition(row) ? [{ key: 'condition', label: `${say('addCondition')}…` }] : []),
    { key: disabled ? 'enable' : 'disable', label: say(disabled ? 'enable' : 'disable') },
    { type: 'divider' },
    { key: 'text', label: say('toText') },
    { key: 'people', label: say('toPeople') },
    { type: 'divider' },
    ...(column ? [{ key: 'column', label: say('removeColumn', { name: column.label }), danger: true }] : []),
    { key: 'delete', label: say('remove'), danger: true },
  ];
  const onClick: NonNullable<MenuProps['onClick']> = (chosen) => {
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
    if (chosen.key === 'people') {
      wish.set({ rows: row.rows.map((one) => one.key) });
      go('roster');
      return;
    }
    if (chosen.key === 'above') {
      insertAbove(row, at);
      return;
    }
    if (chosen.keyPath.at(-1) === 'add') {
      addTo(row.block, chosen.key, at);
      return;
    }
    if (chosen.key === 'column' && column && row.table) {
      void perform({ kind: 'deleteColumn', table: row.table.key, slot: column.slot });
      return;
    }
    const [place, other] = chosen.key.split(/ (.*)/s);
    if (chosen.keyPath.at(-1) === 'moveTo' && other !== undefined) {
      void perform({ kind: 'move', key, to: place === 'before' ? { before: other } : { after: other } });
      return;
    }
    const gesture = gestureOf(chosen.key, key);
    if (gesture) void perform(gesture, (asks: Said) => sure(asks));
  };
  return (
    <Dropdown
      open
      menu={{ items, onClick: chosenOnce(onClick) }}
      autoFocus
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

/** Sections of the same kind beside it, among which it may be moved. */
function siblings({ block }: DrawnRow): readonly { readonly key: Key; readonly title: string }[] {
  const { outline, page } = session.get();
  if (block.disabled || !page?.sheet.blocks.includes(block.key)) return [];
  const all =
    block.kind === 'category' ? outline?.blocks : outline?.blocks.filter(({ key }) => page.sheet.blocks.includes(key));
  return (all ?? []).filter(({ kind, key, disabled }) => kind === block.kind && key !== block.key && !disabled);
}

/** One of the same kind, ready to be filled in; where none can be made up, a copy. A section is asked for its name. */
export function insertAbove(row: DrawnRow, at: DOMRect): void {
  const { block, of, table } = row;
  if (table) void addNow({ kind: 'addTableRow', table: table.key, where: { before: of.key } });
  else if (row.acts === 'block') {
    const into =
      block.kind === 'item' ? session.get().page?.blocks.find(({ kind }) => kind === 'category')?.key : undefined;
    addSection({ section: block.kind, before: block.key, at, from: null, ...(into !== undefined && { into }) });
  } else {
    const line = of.kind as LineKind;
    void addNow(
      { kind: 'addLine', block: block.key, line, where: { before: of.key } },
      { kind: 'duplicate', key: of.key },
    );
  }
}

function gestureOf(act: string, key: Key): Gesture | null {
  switch (act) {
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
