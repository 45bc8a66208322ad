import type { ReactNode } from 'react';
import { useSay } from '../words/index.ts';
import type { Filter, Sort } from './filter.ts';
import { openPeople } from './open.ts';
import { count } from './show.ts';

/** A number of people, that opens them; nobody is only a nought. */
export function Num(props: {
  readonly n: number;
  /** What they are, for the list's head. */
  readonly of: string;
  readonly filter: Filter;
  readonly sort?: Sort;
  readonly className?: string;
}): ReactNode {
  const say = useSay();
  const { n, of, filter, sort, className = '' } = props;
  if (n === 0) return <span className={className}>0</span>;
  return (
    <button
      type="button"
      className={`link ${className}`}
      title={`${of} · ${say('seePeople', { n: count(n) })}`}
      onClick={() => openPeople(of, filter, sort)}
    >
      {count(n)}
    </button>
  );
}
