import { Dropdown, type MenuProps } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { Versions } from '../keep/Versions.tsx';
import { Icon } from '../parts/Icon.tsx';
import { chosenOnce, menuKeys } from '../parts/menuKeys.ts';
import { screens } from '../screens/index.ts';
import { redo, saveNow, undo } from '../state/commands.ts';
import { files, openFrom } from '../state/open.ts';
import { prefs } from '../state/prefs.ts';
import { go, hrefOf } from '../state/route.ts';
import { session, tallyOf } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';

export function TopBar({ screen }: { readonly screen: string }): ReactNode {
  const say = useSay();
  const file = useStore(session, (all) => all.file);
  const errors = useStore(session, (all) => tallyOf(all).errors);
  return (
    <header className="top">
      <a className="brand" href={hrefOf('start')} title={say('product')}>
        <span className="logo" aria-hidden="true">
          学
        </span>
        <b>{say('product')}</b>
      </a>
      {file && <FileMenu />}
      <nav className="nav" aria-label={say('places')}>
        {screens
          .filter(({ place, needs }) => place && (needs === 'nothing' || file !== null))
          .map(({ id, word }) => (
            <a key={id} href={hrefOf(id)} aria-current={id === screen ? 'page' : undefined}>
              {say(word)}
              {id === 'problems' && errors > 0 && <span className="badge">{errors}</span>}
            </a>
          ))}
      </nav>
      <Tools />
    </header>
  );
}

function FileMenu(): ReactNode {
  const say = useSay();
  const { file, text, about, dirty } = useStore(session, (all) => all);
  const [versions, setVersions] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const title = about?.label ? `${about.label} ${about.version}` : (file?.entry.title ?? file?.entry.name);
  const items: MenuProps['items'] = [
    { key: 'open', label: say('openOther') },
    { key: 'save', label: say('saveAll') },
    { key: 'copy', label: say('saveAs') },
    { key: 'versions', label: say('versions') },
    { type: 'divider' },
    { key: 'start', label: say('closeFile') },
  ];
  const onClick: NonNullable<MenuProps['onClick']> = ({ key }) => {
    // The item that was chosen is gone with the menu.
    button.current?.focus();
    if (key === 'open') void openFrom(() => files.pick());
    else if (key === 'save') void saveNow();
    else if (key === 'copy' && file && text) files.handOut(file.entry.name, text.text);
    else if (key === 'versions') setVersions(true);
    else go('start');
  };
  return (
    <>
      <Dropdown menu={{ items, onClick: chosenOnce(onClick) }} trigger={['click']} {...menuKeys(button)}>
        <button
          ref={button}
          type="button"
          className="file"
          aria-haspopup="menu"
          title={dirty ? say('unsaved') : undefined}
        >
          <b>{title}</b>
          <span className="c-3">{about?.number ?? file?.entry.name}</span>
          {dirty && (
            <span className="dirty" role="img" aria-label={say('unsaved')}>
              ●
            </span>
          )}
          <Icon name="down" />
        </button>
      </Dropdown>
      {versions && <Versions onClose={() => setVersions(false)} />}
    </>
  );
}

function Tools(): ReactNode {
  const say = useSay();
  const { theme, lang } = useStore(prefs, (all) => all);
  const text = useStore(session, (all) => all.text);
  // Drawn again with each version, since what can be undone changes with it.
  useStore(session, (all) => all.version);
  const other = say(theme === 'dark' ? 'toLight' : 'toDark');
  return (
    <div className="tools">
      {text && (
        <>
          <button
            type="button"
            className="btn icon quiet"
            title={`${say('undo')} Ctrl+Z`}
            aria-label={say('undo')}
            disabled={!text.canUndo}
            onClick={() => void undo()}
          >
            <Icon name="undo" />
          </button>
          <button
            type="button"
            className="btn icon quiet"
            title={`${say('redo')} Ctrl+Y`}
            aria-label={say('redo')}
            disabled={!text.canRedo}
            onClick={() => void redo()}
          >
            <Icon name="redo" />
          </button>
        </>
      )}
      <button
        type="button"
        className="btn icon quiet"
        title={other}
        aria-label={other}
        onClick={() => prefs.set({ theme: theme === 'dark' ? 'light' : 'dark', follow: false })}
      >
        <Icon name="theme" />
      </button>
      <button
        type="button"
        className="btn quiet"
        lang={lang === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => prefs.set({ lang: lang === 'zh' ? 'en' : 'zh' })}
      >
        {say('otherLang')}
      </button>
      <a className="btn icon quiet" href={hrefOf('help')} title={say('help')} aria-label={say('help')}>
        <Icon name="help" />
      </a>
      {text && (
        <button type="button" className="btn primary" title="Ctrl+S" onClick={() => void saveNow()}>
          {say('save')}
        </button>
      )}
    </div>
  );
}
