import { Select } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ChipInput, FieldChoice, RowView } from '../../src/edit/index.ts';
import { loopTab } from '../parts/loopTab.ts';
import { perform } from '../state/gesture.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useSay } from '../words/index.ts';
import { fitting } from './choose.ts';
import { type CompareOp, comparisonWord, split, unitWord } from './units.ts';

export interface ChipTarget {
  readonly row: RowView;
  readonly slot: string;
  /** None: a new one. */
  readonly chip?: number;
  readonly at: DOMRect;
}

const ALONE = 'alone';

/** One part of a condition, built of field, comparison and value. */
export function ChipPanel({ target, close }: { readonly target: ChipTarget; readonly close: () => void }): ReactNode {
  const say = useSay();
  const outline = useStore(session, (all) => all.outline);
  const { row, slot, chip, at } = target;
  const part = chip === undefined ? undefined : row.cells.find((cell) => cell.slot === slot)?.chips?.[chip];
  const [name, setName] = useState(part?.field);
  const [comparison, setComparison] = useState<CompareOp | typeof ALONE>(part ? (part.comparison ?? ALONE) : ALONE);
  const [values, setValues] = useState<readonly string[]>(part?.values ?? []);
  const [negated, setNegated] = useState(part?.negated ?? false);
  const panel = useRef<HTMLDivElement>(null);
  const busy = useRef(false);
  useEffect(() => panel.current?.querySelector('input')?.focus(), []);
  if (!outline) return null;

  const { fields, lists, language } = outline;
  const field = fields.find((one) => one.name === name);
  const choices = field?.list ? lists[field.list] : undefined;
  const yesno = field?.type === 'yesno';
  const many = comparison === 'in' || comparison === 'notin';
  const ready = field !== undefined && (yesno || values.length > 0);

  const chooseField = (next: string) => {
    const to = fields.find((one) => one.name === next);
    setName(next);
    setValues([]);
    setNegated(false);
    setComparison(to?.type === 'yesno' ? ALONE : (to?.comparisons[0] ?? 'is'));
  };
  const put = async () => {
    if (!field || busy.current) return;
    // Asked twice, as by a double click, it is still one condition.
    busy.current = true;
    const to = inputOf(field, yesno ? ALONE : comparison, values, negated);
    const done = await perform(
      chip === undefined
        ? { kind: 'addChip', row: row.key, slot, to }
        : { kind: 'setChip', row: row.key, slot, chip, to, ...(part && { was: part.words }) },
    );
    busy.current = false;
    // Closed meanwhile, there may be another in its place.
    if (done.done && panel.current) close();
  };

  return (
    <div
      ref={panel}
      role="dialog"
      aria-label={say('addCondition')}
      className="overlay panel"
      style={{ left: Math.min(at.left, innerWidth - 440), top: Math.min(at.bottom + 4, innerHeight - 190) }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        loopTab(event);
        if (event.key === 'Escape') close();
        if (event.key === 'Enter' && event.ctrlKey && ready) void put();
      }}
    >
      <div className="labelled">
        <span>{say('field')}</span>
        <Select
          aria-label={say('field')}
          showSearch={{
            filterOption: (typed, option) =>
              fitting([{ value: option?.value ?? '', label: option?.value ?? '' }], typed).length > 0,
          }}
          value={name ?? null}
          onChange={chooseField}
          options={fields.map((one) => ({ value: one.name, label: one.name }))}
          getPopupContainer={() => panel.current ?? document.body}
          notFoundContent={null}
        />
      </div>
      {field && !yesno && (
        <div className="labelled">
          <span>{say('comparison')}</span>
          <Select
            aria-label={say('comparison')}
            value={comparison}
            onChange={(next) => {
              setComparison(next);
              setValues(values.slice(0, next === 'in' || next === 'notin' ? values.length : 1));
            }}
            options={[
              ...(field.type === 'choice' ? [{ value: ALONE as typeof ALONE | CompareOp, label: '—' }] : []),
              ...field.comparisons.map((one) => ({
                value: one as typeof ALONE | CompareOp,
                label: comparisonWord(one, language),
              })),
            ]}
            getPopupContainer={() => panel.current ?? document.body}
            notFoundContent={null}
          />
        </div>
      )}
      {field && (
        <div className="labelled">
          <span>{say('value')}</span>
          {yesno ? (
            <Select
              aria-label={say('value')}
              value={negated ? 'no' : 'yes'}
              onChange={(next) => setNegated(next === 'no')}
              options={[
                { value: 'yes', label: say('yes') },
                { value: 'no', label: say('no') },
              ]}
              getPopupContainer={() => panel.current ?? document.body}
              notFoundContent={null}
            />
          ) : choices ? (
            <Select
              aria-label={say('value')}
              {...(many && { mode: 'multiple' as const })}
              showSearch={{
                filterOption: (typed, option) =>
                  fitting([{ value: option?.value ?? '', label: option?.label ?? '' }], typed).length > 0,
              }}
              value={many ? [...values] : (values[0] ?? null)}
              onChange={(next: string | readonly string[] | null) => setValues(next === null ? [] : [next].flat())}
              options={choices.map((one) => ({ value: one.value, label: one.label }))}
              getPopupContainer={() => panel.current ?? document.body}
              notFoundContent={null}
            />
          ) : (
            <span className="withunit">
              <input
                aria-label={say('value')}
                defaultValue={values[0] ?? ''}
                inputMode="decimal"
                onChange={(event) => setValues(event.target.value.trim() === '' ? [] : [event.target.value])}
              />
              {field.unit && <span className="c-3">{unitWord(field.unit, language)}</span>}
            </span>
          )}
        </div>
      )}
      <div className="row end">
        <button type="button" className="btn" onClick={close}>
          {say('cancel')}
        </button>
        <button type="button" className="btn primary" disabled={!ready} onClick={() => void put()}>
          {say('ok')}
        </button>
      </div>
    </div>
  );
}

function inputOf(
  field: FieldChoice,
  comparison: CompareOp | typeof ALONE,
  values: readonly string[],
  negated: boolean,
): ChipInput {
  const named = { field: field.name, comparison: comparison === ALONE ? null : comparison, negated };
  if (field.type === 'yesno') return named;
  const units = field.unit ? [field.unit] : [];
  return {
    ...named,
    values: values.map((one) => split(one, units).value),
    ...(field.unit && { unit: field.unit }),
  };
}
