import type { ReactNode } from 'react';
import type { Look, Stop } from '../sheets/model.ts';

const figures = /^([\d.,]+)(.*)$/;

/** One place that can be stood on: its words, its number set off from its unit, or what stands for nothing. */
export function StopView(props: {
  readonly stop: Stop;
  readonly look: Look;
  readonly on: boolean;
  readonly faulty: boolean;
}): ReactNode {
  const { stop, look, on, faulty } = props;
  const { cell, chip, empty } = stop;
  const part = chip === undefined ? undefined : cell.chips?.[chip];
  const shown = stop.said ?? part?.words ?? cell.shown;
  const locked = part ? !part.editable : !cell.editable;
  const classes = ['stop', look, on && 'on', faulty && 'faulty', locked && 'locked', shown === '' && 'void'];
  return (
    <span
      className={classes.filter(Boolean).join(' ')}
      data-stop={stop.id}
      title={shown.length > 12 ? shown : undefined}
    >
      {shown === '' ? (empty ?? '') : <Shown stop={stop} look={look} shown={shown} />}
    </span>
  );
}

/** Where the head of the column says the unit, a number stands alone. */
function Shown({ stop, look, shown }: { readonly stop: Stop; readonly look: Look; readonly shown: string }): ReactNode {
  const [, digits, rest] = figures.exec(shown) ?? [];
  if ((look !== 'amount' && look !== 'figure') || digits === undefined) return shown;
  return (
    <>
      <b>{digits}</b>
      {look === 'amount' || stop.cell.unit !== 'credits' ? rest : ''}
    </>
  );
}
