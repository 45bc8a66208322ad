import { App } from 'antd';
import { useCallback } from 'react';
import { editMessage, type Said } from '../../src/edit/index.ts';
import { useLang, useSay } from '../words/index.ts';

/** Asks before something is done that leaves something else behind. */
export function useSure(): (asks: Said) => Promise<boolean> {
  const { modal } = App.useApp();
  const lang = useLang();
  const say = useSay();
  return useCallback(
    async (asks) =>
      await modal.confirm({
        title: editMessage(asks, lang),
        okText: say('goOn'),
        cancelText: say('cancel'),
        autoFocusButton: 'cancel',
      }),
    [modal, lang, say],
  );
}
