import { type ReactNode, useMemo } from 'react';
import { Grid } from '../grid/Grid.tsx';
import { sheetModel, sheetTitles } from '../sheets/index.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import { CategoryHead } from './CategoryHead.tsx';
import { headRow } from './headRow.ts';
import { SheetFoot } from './SheetFoot.tsx';

/** The sheet that is looked at. */
export function SheetPane(): ReactNode {
  const say = useSay();
  const page = useStore(session, (all) => all.page);
  const model = useMemo(() => {
    if (!page) return null;
    const sheet = sheetModel(page, say);
    const head = headRow(page, say);
    return head ? { ...sheet, above: head } : sheet;
  }, [page, say]);
  if (!page || !model) return <div className="sheet" data-pane="table" aria-busy="true" />;
  const { kind, title } = page.sheet;
  const name = kind === 'category' ? title : say(sheetTitles[kind]);
  const top =
    'above' in model ? (
      <CategoryHead page={page} row={model.above} />
    ) : (
      <PlainHead name={name} count={page.blocks.length} />
    );
  const rows = 'above' in model ? [model.above, ...model.rows] : model.rows;
  return (
    <Grid
      key={page.sheet.key}
      model={{ ...model, rows }}
      label={name}
      top={top}
      foot={<SheetFoot page={page} />}
      hidden={'above' in model ? 1 : 0}
    />
  );
}

function PlainHead({ name, count }: { readonly name: string; readonly count: number }): ReactNode {
  return (
    <div className="cathead plain">
      <h1>{name}</h1>
      <span className="label">{count}</span>
    </div>
  );
}
