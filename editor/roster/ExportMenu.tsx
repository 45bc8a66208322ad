import { Dropdown, type MenuProps } from 'antd';
import type { ReactNode } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { prefs } from '../state/prefs.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import type { Results } from '../worker/rosterProtocol.ts';
import { download } from './download.ts';
import { exportKinds } from './export.ts';
import { count } from './show.ts';
import { exportAs } from './state.ts';

/** A sheet of more people than this is more than the tab, and most who open it, can hold. */
const MOST_IN_SHEET = 200_000;

const words = {
  xlsx: 'exportXlsx',
  csv: 'exportCsv',
  records: 'exportRecords',
  rejected: 'exportRejected',
} as const;

export function ExportMenu({ results }: { readonly results: Results }): ReactNode {
  const say = useSay();
  const masked = useStore(prefs, (all) => all.masked);
  const many = results.figures.people > MOST_IN_SHEET;
  const items: NonNullable<MenuProps['items']> = exportKinds.map((kind) => ({
    key: kind,
    label:
      kind === 'xlsx' && many
        ? `${say(words[kind])} · ${say('exportTooMany', { most: count(MOST_IN_SHEET) })}`
        : say(words[kind]),
    disabled: (kind === 'xlsx' && many) || (kind === 'rejected' && results.rejected === 0),
  }));
  if (masked) items.push({ type: 'divider' }, { key: 'masked', label: say('exportMasked'), disabled: true });
  const onClick: MenuProps['onClick'] = ({ key }) => {
    const kind = exportKinds.find((one) => one === key);
    if (kind) void exportAs(kind).then(download);
  };
  return (
    <Dropdown menu={{ items, onClick }} trigger={['click']}>
      <button type="button" className="btn" aria-haspopup="menu">
        {say('rosterExport')}
        <Icon name="down" />
      </button>
    </Dropdown>
  );
}
