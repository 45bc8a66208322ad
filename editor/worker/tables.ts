/** The tables' worker: reads each version, draws up its tables, and turns gestures on them into edits of the text. */
import {
  documentOf,
  type EditDocument,
  type Edited,
  editsFor,
  type Refused,
  reread,
  sentencesIn,
  sheetsOf,
  type ViewModel,
} from '../../src/edit/index.ts';
import { LineMap } from '../../src/index.ts';
import { readDocument } from '../../src/service/index.ts';
import { Newest } from './newest.ts';
import type { BlockHead, Changed, Compiled, FromTables, Opening, Outline, Page, ToTables } from './protocol.ts';

let session = -1;
let document: EditDocument | null = null;
/** The checker has compiled the document; else it was only read. */
let checked = false;
let view: ViewModel | null = null;
let sheet = '';

const say = (answer: FromTables): void => postMessage(answer);

const reader = new Newest<Changed>(async (change) => {
  if (document === null || change.session !== session || change.version <= document.version) return;
  document = reread(document, change.text, change.version);
  checked = false;
  show();
});

function show(): void {
  if (document === null) return;
  const { version } = document;
  try {
    view = sheetsOf(document, view ?? undefined);
    say({
      kind: 'view',
      session,
      version,
      outline: outlineOf(view, document.text),
      page: pageOf(view, document, sheet),
    });
  } catch (error) {
    say({ kind: 'failed', session, version, message: String(error) });
  }
}

function outlineOf(
  { version, language, clauses, lists, fields, stale, sheets, blocks }: ViewModel,
  text: string,
): Outline {
  const lines = new LineMap(text);
  const heads = blocks.map(({ rows: _rows, head: _head, ...block }): BlockHead => {
    const { start, end } = lines.range(block.extent);
    return { ...block, line: start.line, lastLine: end.line };
  });
  return { version, checked, language, clauses, lists, fields, stale, sheets, blocks: heads };
}

function pageOf({ version, sheets, blocks }: ViewModel, of: EditDocument, key: string): Page | null {
  const found = sheets.find((one) => one.key === key) ?? sheets.find(({ kind }) => kind === 'category') ?? sheets[0];
  if (!found) return null;
  const keys = new Set(found.blocks);
  const shown = blocks.filter((block) => keys.has(block.key));
  return { version, sheet: found, blocks: shown, says: sentencesIn(of, shown) };
}

/** Compiled before it was opened here: the checker's word and the page's come by ways of their own. */
let early: Compiled | null = null;

/** A document that the checker has compiled knows names and findings that reading alone does not. */
function take(handed: Compiled): void {
  const { session: of, document: compiled } = handed;
  if (of > session) early = handed;
  if (of !== session) return;
  checked = document === null || compiled.version >= document.version;
  document = checked || document === null ? compiled : reread(compiled, document.text, document.version);
  show();
}

type GestureAsked = Extract<ToTables, { kind: 'gesture' }>;

function answer(asked: GestureAsked): void {
  const { serial, version } = asked;
  const reply = (to: Edited | Refused): void => say({ kind: 'edits', session, version, serial, answer: to });
  try {
    reply(editsOf(asked));
  } catch (error) {
    say({ kind: 'failed', session, version, message: String(error) });
    reply(gone);
  }
}

const gone: Refused = { refused: { id: 'goneAway', args: {} } };

/** The text may hold an unfinished composition: it is read for this gesture alone, and not shown. */
function editsOf({ version, text, seen, gesture }: GestureAsked): Edited | Refused {
  if (document === null || view === null) return gone;
  const now = version === document.version ? document : reread(document, text, version);
  return editsFor(now, now === document ? view : sheetsOf(now, view), { ...gesture, version: seen });
}

function open({ session: of, entry, library }: Opening): void {
  session = of;
  checked = false;
  view = null;
  sheet = '';
  // What reading alone knows is shown at once: a table does not wait for a proof.
  document = documentOf(readDocument(entry, library).compiled, 0);
  show();
  if (early?.session === session) take(early);
  early = null;
}

addEventListener('message', ({ data, ports }: MessageEvent<ToTables | { kind: 'checker' }>) => {
  if (data.kind === 'checker') {
    ports[0]?.addEventListener('message', (event: MessageEvent<Compiled>) => take(event.data));
    ports[0]?.start();
  } else if (data.kind === 'open') open(data);
  else if (data.kind === 'text') reader.give(data);
  else if (data.kind === 'gesture') answer(data);
  else if (data.session === session) {
    sheet = data.sheet;
    const page = view && document && pageOf(view, document, sheet);
    if (page) say({ kind: 'page', session, version: page.version, page });
  }
});
