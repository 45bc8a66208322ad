/** What stands beside and above the lines without being text: what a line leaves unsaid, and how its examples fare. */
import type * as Monaco from 'monaco-editor/editor';
import { prefs } from '../state/prefs.ts';
import { go } from '../state/route.ts';
import { session } from '../state/session.ts';
import { service } from './ask.ts';
import { currentOf } from './current.ts';

const command = 'cme.examples';

export function hinting(monaco: typeof Monaco): Monaco.languages.InlayHintsProvider {
  return {
    onDidChangeInlayHints: onLanguage(monaco),
    provideInlayHints: async (model, range, token) => {
      const now = currentOf(model);
      const { lang } = prefs.get();
      const found = now && (await service.ask(now.text, 'hints', { lang }, token));
      const inside = (found ?? []).filter(
        ({ at }) => range.startLineNumber <= at.line && at.line <= range.endLineNumber,
      );
      const hints = inside.map(({ at, text }) => ({
        position: { lineNumber: at.line, column: at.column },
        label: text,
        paddingLeft: true,
      }));
      return { hints, dispose: () => {} };
    },
  };
}

/** What was last told of a section of this file, by its head: shown where it stands now until its examples have been run again. */
const told = new Map<string, string>();
let toldOf: unknown = null;

export function lensing(monaco: typeof Monaco): Monaco.languages.CodeLensProvider {
  monaco.editor.registerCommand(command, () => go('examples'));
  const changed = new monaco.Emitter<Monaco.languages.CodeLensProvider>();
  let seen = { examples: session.get().examples, lang: prefs.get().lang };
  const provider: Monaco.languages.CodeLensProvider = {
    onDidChange: changed.event,
    provideCodeLenses: async (model, token) => {
      const now = currentOf(model);
      if (!now) return { lenses: [] };
      if (toldOf !== now.text) told.clear();
      toldOf = now.text;
      const { examples, tried } = session.get();
      const { lang } = prefs.get();
      const current = examples !== null && tried === now.text.version;
      const used = current
        ? examples.map(({ name, file, line, pass, uses }) => ({ name, file, line, pass, uses }))
        : [];
      const found = await service.ask(now.text, 'lenses', { lang, examples: used }, token);
      if (current && found && toldOf === now.text) {
        told.clear();
        for (const { range, title } of found) told.set(model.getValueInRange(range), title);
      }
      const lenses = (found ?? []).flatMap(({ range }) => {
        const last = told.get(model.getValueInRange(range));
        return last !== undefined ? [{ range, command: { id: command, title: last } }] : [];
      });
      return { lenses };
    },
  };
  const tell = () => {
    const now = { examples: session.get().examples, lang: prefs.get().lang };
    if (now.examples === seen.examples && now.lang === seen.lang) return;
    seen = now;
    changed.fire(provider);
  };
  session.subscribe(tell);
  prefs.subscribe(tell);
  return provider;
}

function onLanguage(monaco: typeof Monaco): Monaco.IEvent<void> {
  const changed = new monaco.Emitter<void>();
  let { lang } = prefs.get();
  prefs.subscribe(() => {
    if (prefs.get().lang === lang) return;
    lang = prefs.get().lang;
    changed.fire();
  });
  return changed.event;
}
