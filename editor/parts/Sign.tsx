import type { ReactNode } from 'react';

export type SignKind = 'err' | 'warn' | 'info' | 'ok' | 'none' | 'pass';

const marks: Readonly<Record<SignKind, string>> = { err: '✕', warn: '!', info: 'i', ok: '✓', none: '', pass: '' };

/** A sign for a meaning: its shape says it without colour, and its name says it without sight. */
export function Sign({ kind, name }: { readonly kind: SignKind; readonly name?: string }): ReactNode {
  return (
    <span
      className={`sg ${kind}`}
      {...(name ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true })}
    >
      {marks[kind]}
    </span>
  );
}
