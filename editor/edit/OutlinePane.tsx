import { Dropdown, type MenuProps } from 'antd';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { type Sheet, sectionWord } from '../../src/edit/index.ts';
import { chosenOnce, menuKeys } from '../parts/menuKeys.ts';
import { Segmented } from '../parts/Segmented.tsx';
import { Sign, type SignKind } from '../parts/Sign.tsx';
import { sheetTitles } from '../sheets/index.ts';
import { addSection } from '../state/add.ts';
import { closeDrawer } from '../state/drawer.ts';
import { lookAt, selectBlock } from '../state/select.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useLang, useSay } from '../words/index.ts';
import type { BlockHead, Outline } from '../worker/protocol.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { CloseDrawer, useDrawer } from './Drawers.tsx';

/** 「目录」: the sheets, or the clauses, each with how it stands. */
export function OutlinePane(): ReactNode {
  const say = useSay();
  const [by, setBy] = useState<'category' | 'clause'>('category');
  const outline = useStore(session, (all) => all.outline);
  const options = [
    { value: 'category' as const, label: say('byCategory') },
    { value: 'clause' as const, label: say('byClause') },
  ];
  return (
    <nav {...useDrawer('outline')} aria-label={say('outline')}>
      <div className="panehead">
        <h2>{say('outline')}</h2>
        <span className="push" />
        <Segmented label={say('outline')} value={by} options={options} onChange={setBy} />
        <CloseDrawer />
      </div>
      <div className="tree">
        {outline && (by === 'category' ? <ByCategory outline={outline} /> : <ByClause outline={outline} />)}
      </div>
      <div className="legend">
        <span>
          <Sign kind="err" />
          {say('legendError')}
        </span>
        <span>
          <Sign kind="warn" />
          {say('legendWarn')}
        </span>
        <span>
          <Sign kind="none" />
          {say('legendNone')}
        </span>
      </div>
    </nav>
  );
}

function ByCategory({ outline }: { readonly outline: Outline }): ReactNode {
  const say = useSay();
  const examples = useStore(session, (all) => all.examples);
  const page = useStore(session, (all) => all.page?.sheet.key ?? null);
  const coverage = useMemo(() => coverageOf(examples, outline), [examples, outline]);
  const itemsOf = useMemo(() => blocksBySheet(outline), [outline]);
  const firstCategory = outline.sheets.findIndex(({ kind }) => kind === 'category');
  const lastCategory = outline.sheets.findLastIndex(({ kind }) => kind === 'category');
  return (
    <>
      {outline.sheets.map((sheet, place) => (
        <div key={sheet.key}>
          {place === firstCategory && <h3 className="grp">{say('categories')}</h3>}
          {place === lastCategory + 1 && firstCategory >= 0 && <h3 className="grp">{say('theRest')}</h3>}
          <SheetEntry
            sheet={sheet}
            on={sheet.key === page}
            coverage={coverage}
            count={itemsOf.get(sheet.key)?.length ?? 0}
          />
          {sheet.key === page &&
            sheet.kind === 'category' &&
            itemsOf.get(sheet.key)?.map((block) => <BlockEntry key={block.key} block={block} coverage={coverage} />)}
          {sheet.key === page && sheet.kind === 'category' && <AddItem category={sheet.key} />}
        </div>
      ))}
      <AddSection />
    </>
  );
}

/** Under the 条目 of the 类别 that is looked at. */
function AddItem({ category }: { readonly category: string }): ReactNode {
  const say = useSay();
  const lang = useLang();
  return (
    <button
      type="button"
      className="entry kid add"
      onClick={({ currentTarget }) => addSection({ section: 'item', into: category, from: currentTarget })}
    >
      <span className="name">＋ {say('addOne', { what: sectionWord('item')[lang] })}</span>
    </button>
  );
}

const sections = [
  'category',
  'require',
  'reading',
  'group',
  'notice',
  'uncomputed',
  'example',
  'recordField',
  'personField',
] as const;

/** Any section, those among them that the file has none of yet. */
function AddSection(): ReactNode {
  const say = useSay();
  const lang = useLang();
  const button = useRef<HTMLButtonElement>(null);
  const items = sections.map((key) => ({ key, label: sectionWord(key)[lang] }));
  const onClick: NonNullable<MenuProps['onClick']> = ({ key }) =>
    addSection({ section: key as (typeof sections)[number], from: button.current });
  return (
    <Dropdown
      menu={{ items, onClick: chosenOnce(onClick) }}
      trigger={['click']}
      placement="topLeft"
      {...menuKeys(button)}
    >
      <button ref={button} type="button" className="entry add" aria-haspopup="menu">
        <span className="name">＋ {say('add')}…</span>
      </button>
    </Dropdown>
  );
}

/** By sheet: of a category its items; of the others all. */
function blocksBySheet({ sheets, blocks }: Outline): ReadonlyMap<string, readonly BlockHead[]> {
  const byKey = new Map(blocks.map((block) => [block.key, block]));
  return new Map(
    sheets.map((sheet) => {
      const own = sheet.blocks.map((key) => byKey.get(key)).filter((block) => block !== undefined);
      return [sheet.key, own.filter(({ kind }) => sheet.kind !== 'category' || kind === 'item')];
    }),
  );
}

function useSign(
  of: Pick<Sheet, 'errors' | 'warnings'>,
  tested: boolean | undefined,
  failed: number,
): { readonly kind: SignKind; readonly name: string } {
  const say = useSay();
  if (failed > 0 && of.errors === 0) return { kind: 'err', name: say('causedFailed', { n: failed }) };
  if (of.errors > 0) return { kind: 'err', name: say('errors', { n: of.errors }) };
  if (of.warnings > 0) return { kind: 'warn', name: say('warnings', { n: of.warnings }) };
  return tested === false ? { kind: 'none', name: say('untested') } : { kind: 'pass', name: say('passes') };
}

function SheetEntry(props: {
  readonly sheet: Sheet;
  readonly on: boolean;
  readonly count: number;
  readonly coverage: Coverage | null;
}): ReactNode {
  const { sheet, on, count, coverage } = props;
  const say = useSay();
  const tested =
    sheet.kind === 'category' && coverage ? sheet.blocks.some((key) => coverage.blocks.has(key)) : undefined;
  const failed = sheet.blocks.reduce((sum, key) => sum + (coverage?.failed.get(key) ?? 0), 0);
  const sign = useSign(sheet, tested, sheet.kind === 'category' ? failed : 0);
  return (
    <button
      type="button"
      className={on ? 'entry on' : 'entry'}
      aria-current={on || undefined}
      onClick={() => {
        lookAt(sheet.key);
        closeDrawer();
      }}
    >
      <Sign {...sign} />
      <span className="name">{sheet.kind === 'category' ? sheet.title : say(sheetTitles[sheet.kind])}</span>
      <span className="n">{count}</span>
    </button>
  );
}

/** Each knows by itself whether the cursor stands in it, so that the list is not drawn anew with every line. */
function BlockEntry(props: { readonly block: BlockHead; readonly coverage: Coverage | null }): ReactNode {
  const { block, coverage } = props;
  const on = useStore(session, ({ caret }) => block.line <= caret.line && caret.line <= block.lastLine);
  const sign = useSign(block, coverage?.blocks.has(block.key), coverage?.failed.get(block.key) ?? 0);
  return (
    <button type="button" className={on ? 'entry kid cur' : 'entry kid'} onClick={() => selectBlock(block)}>
      <span className="name">{block.title}</span>
      <Sign {...sign} />
    </button>
  );
}

function ByClause({ outline }: { readonly outline: Outline }): ReactNode {
  const byKey = new Map(outline.blocks.map((block) => [block.key, block]));
  return outline.clauses.map(({ clause, blocks }) => (
    <div key={clause}>
      <h3 className="grp">{clause}</h3>
      {blocks
        .map((key) => byKey.get(key))
        .filter((block) => block !== undefined)
        .map((block) => (
          <BlockEntry key={block.key} block={block} coverage={null} />
        ))}
    </div>
  ));
}
