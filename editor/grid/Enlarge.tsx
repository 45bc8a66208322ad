import { Dropdown, type MenuProps } from 'antd';
import { type ReactNode, useRef } from 'react';
import type { RowView } from '../../src/edit/index.ts';
import { chosenOnce, menuKeys } from '../parts/menuKeys.ts';
import { add } from '../state/add.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';

/** Under a table: a row more, a column more. */
export function Enlarge({ table }: { readonly table: RowView }): ReactNode {
  const say = useSay();
  const button = useRef<HTMLButtonElement>(null);
  const fields = useStore(session, (all) => all.outline?.fields);
  const own = new Set(table.grid?.columns.map(({ label }) => label));
  const items: MenuProps['items'] = (fields ?? [])
    .filter(({ on, name }) => (on === 'record' || (on === 'person' && table.kind === 'exampleTable')) && !own.has(name))
    .map(({ name }) => ({ key: name, label: name }));
  return (
    <span className="adders" data-adders="">
      <button type="button" className="plus" onClick={() => void add({ kind: 'addTableRow', table: table.key })}>
        ＋ {say('addRow')}
      </button>
      <Dropdown
        menu={{
          items,
          onClick: chosenOnce(({ key }) => void add({ kind: 'addColumn', table: table.key, field: key })),
        }}
        {...menuKeys(button)}
        trigger={['click']}
        classNames={{ root: 'tall' }}
      >
        <button ref={button} type="button" className="plus" aria-haspopup="menu">
          ＋ {say('addColumn')}
        </button>
      </Dropdown>
    </span>
  );
}
