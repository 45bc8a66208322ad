import type { ReactNode } from 'react';
import { allDone } from '../state/gesture.ts';
import { tell } from '../state/open.ts';
import type { Lang } from '../state/prefs.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay, words } from '../words/index.ts';
import { service } from './ask.ts';

/** 「中 / En」: the keywords of the whole file to the other language, as one step. */
export function KeywordToggle(): ReactNode {
  const say = useSay();
  const language = useStore(session, (all) => all.outline?.language ?? 'zh');
  const to = language === 'zh' ? 'en' : 'zh';
  const title = say(to === 'en' ? 'keywordsToEn' : 'keywordsToZh');
  return (
    <button type="button" className="link" title={title} onClick={() => void spell(to)}>
      {say('keywordsTo')}
    </button>
  );
}

async function spell(to: Lang): Promise<void> {
  await allDone();
  const { text } = session.get();
  if (text === null) return;
  const edits = await service.ask(text, 'keywords', { to });
  if (edits === null || text.composing) {
    tell('info', words.textMovedOn);
    return;
  }
  // The service reads without the byte order mark that a file may begin with.
  const shift = text.text.startsWith('\uFEFF') ? 1 : 0;
  const moved = edits.map(({ span: { start, end }, text: put }) => ({
    span: { start: start + shift, end: end + shift },
    text: put,
  }));
  text.edit(moved);
}
