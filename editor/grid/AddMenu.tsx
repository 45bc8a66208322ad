import { Dropdown, type MenuProps } from 'antd';
import type { ReactNode } from 'react';
import { type Block, linesToAdd, sectionWord } from '../../src/edit/index.ts';
import { chosenOnce } from '../parts/menuKeys.ts';
import { add, addSection } from '../state/add.ts';
import { type Lang, prefs } from '../state/prefs.ts';
import { useStore } from '../state/store.ts';
import type { MenuTarget } from './menuTarget.ts';

/** What may be added to a section: its lines, each with what it is for; to a 类别 an 条目 too. */
export function AddMenu(props: {
  readonly target: MenuTarget;
  readonly close: () => void;
  readonly back: () => void;
}): ReactNode {
  const { target, close, back } = props;
  const { row, at } = target;
  const lang = useStore(prefs, (all) => all.lang);
  return (
    <Dropdown
      open
      menu={{
        items: addItems(row.block, lang),
        onClick: chosenOnce(({ key }) => {
          close();
          back();
          addTo(row.block, key, at);
        }),
      }}
      autoFocus
      trigger={['click']}
      placement="bottomLeft"
      classNames={{ root: 'tall' }}
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

const ITEM = 'section item';

export function addItems(block: Block, lang: Lang): NonNullable<MenuProps['items']> {
  const lines = linesToAdd(block).map(({ line, word, help }) => ({
    key: line,
    label: (
      <span className="told">
        <b>{word[lang]}</b> <small>{help[lang]}</small>
      </span>
    ),
  }));
  if (block.kind !== 'category') return lines;
  return [{ key: ITEM, label: <b>{sectionWord('item')[lang]}</b> }, { type: 'divider' }, ...lines];
}

export function addTo(block: Block, chosen: string, at: DOMRect): void {
  if (chosen === ITEM) {
    addSection({ section: 'item', into: block.key, at, from: null });
    return;
  }
  const line = linesToAdd(block).find((one) => one.line === chosen)?.line;
  if (line) void add({ kind: 'addLine', block: block.key, line });
}
