import type { ReactNode } from 'react';
import { useSay } from '../words/index.ts';
import type { Judged } from '../worker/personProtocol.ts';

/** What the rules ask to be checked of these records; it changes no credits. */
export function Notices({ judged }: { readonly judged: Judged }): ReactNode {
  const say = useSay();
  const { notices } = judged.result;
  if (notices.length === 0) return null;
  return (
    <section className="notices6" aria-label={say('noticesTitle')}>
      <b>! {say('noticesTitle')}</b>
      <ul>
        {notices.map(({ record, clause, message }) => (
          <li key={`${record} ${message}`}>{[record, clause, message].filter(Boolean).join('　')}</li>
        ))}
      </ul>
    </section>
  );
}
