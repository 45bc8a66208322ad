import '../styles/compare.css';
import { type ReactNode, useEffect, useState } from 'react';
import type { SideNames } from '../../src/print/index.ts';
import { onPaper } from '../explain/onPaper.ts';
import { handOut } from '../files/handOut.ts';
import { Command } from '../parts/Command.tsx';
import { Segmented } from '../parts/Segmented.tsx';
import { drops } from '../state/drops.ts';
import { files, tell } from '../state/open.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { said, useLang, useSay } from '../words/index.ts';
import { Changes } from './Changes.tsx';
import { Faults } from './Faults.tsx';
import { Moved } from './Moved.tsx';
import { useFullName } from './names.ts';
import { OtherSides, SidePickers } from './SidePicker.tsx';
import { argumentOf, type Side } from './sides.ts';
import { compareNow, comparing, followPeople, paperOf, pickUp } from './state.ts';
import { TextDiff } from './TextDiff.tsx';
import { Verdict } from './Verdict.tsx';

/** After a pause, so that what is typed elsewhere and looked at here is compared once. */
const PAUSE_MS = 300;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const takeFile = (file: File): boolean => {
  if (!/\.cme$/i.test(file.name)) return false;
  void pickUp(() => files.take(file));
  return true;
};

function isNow(side: Side, compared: { readonly text: string }): boolean {
  const { text, saved } = session.get();
  if (side.kind === 'draft') return text?.text === compared.text;
  return side.kind !== 'saved' || saved === compared.text;
}

/** S7 「版本对比」: two rule sets in a sentence that one can sign, then change by change, then as text. */
export default function CompareScreen(): ReactNode {
  const say = useSay();
  const lang = useLang();
  const nameOf = useFullName();
  const { before, after, busy, found } = useStore(comparing, (all) => all);
  const version = useStore(session, (all) => all.version);
  const saved = useStore(session, (all) => all.saved);
  const composing = useStore(session, (all) => all.composing);
  const [view, setView] = useState<'meaning' | 'text'>('meaning');
  useEffect(onPaper, []);
  useEffect(followPeople, []);
  useEffect(() => {
    drops.take = takeFile;
    return () => {
      if (drops.take === takeFile) drops.take = null;
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a text that moved on is compared anew
  useEffect(() => {
    if (composing) return;
    const timer = setTimeout(() => void compareNow(), found ? PAUSE_MS : 0);
    return () => clearTimeout(timer);
  }, [before, after, version, saved, composing]);

  const of = found?.sides ?? { before, after };
  // Of other sides than those that are chosen nothing is shown.
  const other = busy && (of.before.id !== before.id || of.after.id !== after.id);
  const names: SideNames = { before: nameOf(of.before), after: nameOf(of.after) };
  const told = other ? null : (found?.told ?? null);
  const whole = told !== null && !('faults' in told) ? told : null;
  const here = of.after.kind === 'draft' ? 'after' : of.before.kind === 'draft' ? 'before' : null;
  const [old, now] = [argumentOf(of.before), argumentOf(of.after)];
  // A text that was written in since is compared in a moment: what stands here is no more to be handed out.
  const renewed = busy || (found !== null && !(isNow(of.before, found.before) && isNow(of.after, found.after)));
  const word = async () => {
    const bytes = found && (await paperOf(found, names, lang));
    if (bytes === null) return;
    handOut(`${say('wordFile')}.docx`, new Blob([bytes], { type: WORD }));
    tell('good', { zh: said('exportedWord', 'zh'), en: said('exportedWord', 'en') });
  };
  return (
    <section className="screen cmp" aria-label={say('comparePlace')} aria-busy={renewed}>
      <header className="pagehead">
        <h1>{say('comparePlace')}</h1>
        <SidePickers />
        <output className="label">{renewed ? say('comparingNow') : ''}</output>
        <span className="row push">
          <Segmented
            label={say('compareView')}
            value={view}
            options={[
              { value: 'meaning', label: say('viewMeaning') },
              { value: 'text', label: say('viewText') },
            ]}
            onChange={setView}
          />
          <button type="button" className="btn" disabled={whole === null || renewed} onClick={() => void word()}>
            {say('exportWord')}
          </button>
          <button type="button" className="btn" disabled={whole === null || renewed} onClick={() => print()}>
            {say('printIt')}
          </button>
        </span>
      </header>
      {told !== null && 'faults' in told && <Faults of={told} here={here} />}
      {whole && <Verdict told={whole} names={names} people={found?.people ?? null} />}
      {whole?.equivalent && !whole.rewritten && whole.changes.length === 0 && <OtherSides />}
      {view === 'text' && found && !other ? (
        <TextDiff before={found.before.text} after={found.after.text} />
      ) : (
        whole && (
          <>
            <Changes told={whole} people={found?.people ?? null} here={here === 'after'} />
            {found?.people && <Moved people={found.people} />}
          </>
        )
      )}
      {!other && old !== null && now !== null && old !== now && <Command line={`cme diff ${old} ${now}`} />}
    </section>
  );
}
