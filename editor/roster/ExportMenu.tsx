import { Dropdown, type MenuProps } from 'antd';
import { type ReactNode, useRef } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { chosenOnce, menuKeys } from '../parts/menuKeys.ts';
import { prefs } from '../state/prefs.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import type { Results } from '../worker/rosterProtocol.ts';
import { download } from './download.ts';
import { type ExportKind, exportKinds } from './export.ts';
import { count } from './show.ts';
import { exportAs } from './state.ts';

/** A workbook is put together as a whole, and of more people than this it would be more than a tab can hold. */
const MOST_IN_SHEET = 200_000;

const words = {
  xlsx: 'exportXlsx',
  csv: 'exportCsv',
  records: 'exportRecords',
  rejected: 'exportRejected',
} as const;

export function ExportMenu({ results }: { readonly results: Results }): ReactNode {
  const say = useSay();
  const button = useRef<HTMLButtonElement>(null);
  const masked = useStore(prefs, (all) => all.masked);
  const many = results.figures.people > MOST_IN_SHEET;
  const why = (kind: ExportKind): string | null => {
    if (kind === 'xlsx' && many) {
      return say('exportTooMany', { people: count(results.figures.people), most: count(MOST_IN_SHEET) });
    }
    return kind === 'rejected' && results.rejected === 0 ? say('exportNoneRejected') : null;
  };
  const items: NonNullable<MenuProps['items']> = exportKinds.map((kind) => ({
    key: kind,
    label: why(kind) === null ? say(words[kind]) : <Unavailable words={say(words[kind])} why={why(kind) ?? ''} />,
    disabled: why(kind) !== null,
  }));
  if (masked) items.push({ type: 'divider' }, { key: 'masked', label: say('exportMasked'), disabled: true });
  const onClick: NonNullable<MenuProps['onClick']> = ({ key }) => {
    const kind = exportKinds.find((one) => one === key);
    if (kind) void exportAs(kind).then(download);
  };
  return (
    <Dropdown menu={{ items, onClick: chosenOnce(onClick) }} trigger={['click']} {...menuKeys(button)}>
      <button ref={button} type="button" className="btn" aria-haspopup="menu">
        {say('rosterExport')}
        <Icon name="down" />
      </button>
    </Dropdown>
  );
}

function Unavailable({ words: what, why }: { readonly words: string; readonly why: string }): ReactNode {
  return (
    <>
      {what}
      <br />
      <small>{why}</small>
    </>
  );
}
