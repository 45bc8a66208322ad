import { App as Antd, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { DropZone } from './frame/DropZone.tsx';
import { NoticeBar } from './frame/NoticeBar.tsx';
import { Standing } from './frame/Standing.tsx';
import { StatusBar } from './frame/StatusBar.tsx';
import { useShortcuts } from './frame/shortcuts.ts';
import { TopBar } from './frame/TopBar.tsx';
import { Conflict } from './keep/Conflict.tsx';
import { DraftBar } from './keep/DraftBar.tsx';
import { screens } from './screens/index.ts';
import { prefs } from './state/prefs.ts';
import { go, route } from './state/route.ts';
import { session } from './state/session.ts';
import { useStore } from './state/store.ts';
import { antdTheme } from './theme/antd.ts';
import { useSay } from './words/index.ts';

export function App(): ReactNode {
  const { lang, theme, size, still } = useStore(prefs, (all) => all);
  const asked = useStore(route, ({ screen }) => screen);
  const file = useStore(session, (all) => all.file);
  const dirty = useStore(session, (all) => all.dirty);
  const say = useSay();
  const [look, setLook] = useState<ReturnType<typeof antdTheme>>();
  const [start] = screens;
  const screen = screens.find(({ id, needs }) => id === asked && (file !== null || needs === 'nothing')) ?? start;

  useShortcuts();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the look is read from the style sheet, which size and stillness change.
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
    setLook(antdTheme(theme));
  }, [theme, lang, size, still]);
  useEffect(() => {
    document.title = [dirty ? '●' : '', file?.entry.name ?? '', say('product')].filter(Boolean).join(' ');
  }, [file, dirty, say]);
  useEffect(() => {
    if (screen && screen.id !== asked) go(screen.id);
  }, [screen, asked]);

  // What was pressed to come here may be gone with the screen before: one goes on from where this one begins.
  const shown = useRef(screen?.id);
  useEffect(() => {
    if (shown.current === screen?.id) return;
    shown.current = screen?.id;
    if (document.activeElement === document.body) document.getElementById('main')?.focus();
  }, [screen]);

  const locale = useMemo(() => (lang === 'zh' ? zhCN : enUS), [lang]);
  if (!screen || !look) return null;
  const Shown = screen.show;
  return (
    <ConfigProvider locale={locale} theme={look} wave={{ disabled: true }}>
      <Antd component={false}>
        <TopBar screen={screen.id} />
        <div className="bars">
          <DraftBar />
        </div>
        <main className="main" id="main" tabIndex={-1}>
          <Standing key={screen.id}>
            <Suspense fallback={null}>
              <Shown />
            </Suspense>
          </Standing>
          <NoticeBar />
        </main>
        <StatusBar />
        <Conflict />
        <DropZone />
      </Antd>
    </ConfigProvider>
  );
}
