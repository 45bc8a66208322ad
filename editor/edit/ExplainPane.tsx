import { type ReactNode, useMemo } from 'react';
import { type Block, type RowView, rowsIn } from '../../src/edit/index.ts';
import { Command } from '../parts/Command.tsx';
import { Sign } from '../parts/Sign.tsx';
import { prefs } from '../state/prefs.ts';
import { nextProblem } from '../state/problems.ts';
import { revealLine } from '../state/select.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import type { Page, Problem, Tried } from '../worker/protocol.ts';
import { ClauseText } from './ClauseText.tsx';
import { byLine } from './coverage.ts';
import { CloseDrawer, useDrawer } from './Drawers.tsx';
import { sayingOf } from './saying.ts';

const SHOWN = 6;

/** 「说明」: what the selected row means, what is wrong with it, where it is from, and which examples touch it. */
export function ExplainPane(): ReactNode {
  const say = useSay();
  const page = useStore(session, (all) => all.page);
  const chosen = useStore(session, (all) => all.selection.row);
  const code = useStore(session, (all) => all.about?.code ?? '');
  const found = useMemo(() => page && (find(page.blocks, chosen) ?? headOf(page)), [page, chosen]);
  return (
    <aside {...useDrawer('explain')} aria-label={say('explain')}>
      <div className="panehead">
        <h2>{say('explain')}</h2>
        {found && <span className="label push">{say('line', { line: found.row.line })}</span>}
        <CloseDrawer />
      </div>
      {page && found ? <Row page={page} {...found} /> : <p className="sect c-3">{say('pickRow')}</p>}
      <div className="foot">
        <Command line={`cme check ${code}`.trim()} />
      </div>
    </aside>
  );
}

interface Found {
  readonly row: RowView;
  readonly block: Block;
}

/** While no row is chosen, a 类别 as a whole. */
const headOf = ({ sheet, blocks: [block] }: Page): Found | null =>
  block && sheet.kind === 'category' ? { row: block.head, block } : null;

function find(blocks: readonly Block[], key: string | null): Found | null {
  for (const block of blocks) {
    if (block.key === key) return { row: block.head, block };
    for (const row of rowsIn(block)) {
      if (row.key === key) return { row, block };
    }
  }
  return null;
}

function Row({ page, row, block }: Found & { readonly page: Page }): ReactNode {
  const problems = useStore(session, (all) => all.problems);
  const examples = useStore(session, (all) => all.examples);
  const name = useStore(session, (all) => all.file?.entry.name);
  const lang = useStore(prefs, (one) => one.lang);
  // The head of a section stands for all of it, that of a 类别 for its 条目 too.
  const whole = block.kind === 'category' ? page.blocks : [block];
  const rows = row.kind === 'head' ? whole.flatMap(rowsIn) : [row];
  const lines = new Set(rows.flatMap(({ line, text }) => text.split('\n').map((_, at) => line + at)));
  const faults = problems.filter(({ file, line }) => file === name && lines.has(line));
  return (
    <>
      <div className="sect">
        <p className="saying">
          {sayingOf(row, block, page, lang).map(({ text, strong }, at) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence are their places
            strong ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
          )}
        </p>
        {row.comments.map((comment) => (
          <p key={comment} className="c-3">
            {comment}
          </p>
        ))}
        {faults.slice(0, 3).map((fault) => (
          <Fault key={`${fault.code} ${fault.span.start}`} fault={fault} />
        ))}
      </div>
      {block.clause && <ClauseText cited={block.clause} />}
      <Related examples={examples} lines={[...lines]} />
    </>
  );
}

const tones = { error: 'err', warning: 'warn', info: 'info' } as const;

function Fault({ fault }: { readonly fault: Problem }): ReactNode {
  const say = useSay();
  const lang = useStore(prefs, (one) => one.lang);
  const { fix } = fault;
  const current = useStore(session, ({ checked, version, composing }) => checked === version && !composing);
  const tone = tones[fault.severity];
  return (
    <div className={`callout ${tone}`}>
      <Sign kind={tone} />
      <b>{fault.message[lang]}</b>
      <div>
        {fault.help && <span>{fault.help[lang]}</span>}
        <span className="row">
          {fix && (
            <button
              type="button"
              className="btn"
              disabled={!current}
              onClick={() => session.get().text?.edit(ordered(fix.edits))}
            >
              {say('fixIt')}
            </button>
          )}
          <button type="button" className="link" onClick={() => nextProblem(1)}>
            {say('nextProblem')}
          </button>
        </span>
      </div>
    </div>
  );
}

const ordered = (edits: NonNullable<Problem['fix']>['edits']) => edits.toSorted((a, b) => a.span.start - b.span.start);

function Related({
  examples,
  lines,
}: {
  readonly examples: readonly Tried[] | null;
  readonly lines: readonly number[];
}): ReactNode {
  const say = useSay();
  if (examples === null) return null;
  const index = byLine(examples);
  const touching = [...new Set(lines.flatMap((line) => index.get(line) ?? []))].toSorted(
    (a, b) => Number(a.pass) - Number(b.pass) || a.line - b.line,
  );
  return (
    <div className="sect">
      <h3>
        {say('relatedExamples')} {touching.length}
      </h3>
      {touching.length === 0 && <p className="c-3">{say('noRelated')}</p>}
      <ul className="ex">
        {touching.slice(0, SHOWN).map((one) => (
          <li key={one.line}>
            <Sign kind={one.pass ? 'ok' : 'err'} name={say(one.pass ? 'passes' : 'countFailed', { n: 1 })} />
            <button type="button" onClick={() => revealLine(one.line)}>
              {one.name}
            </button>
            <Result one={one} />
          </li>
        ))}
      </ul>
      {touching.length > SHOWN && <p className="c-3">{say('more', { n: touching.length - SHOWN })}</p>}
    </div>
  );
}

function Result({ one }: { readonly one: Tried }): ReactNode {
  const say = useSay();
  if (one.pass) return <b>{one.actual.credits}</b>;
  const words = ({ credits, status }: Tried['expected']): string => {
    const state = status === 'met' || status === 'unmet' || status === 'exempt' ? say(status) : '';
    return [credits ?? '', state].filter((part) => part !== '').join(' ');
  };
  return <span className="c-bad">{say('got', { expected: words(one.expected), actual: words(one.actual) })}</span>;
}
