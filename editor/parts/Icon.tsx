import type { ReactNode } from 'react';

const paths = {
  undo: <path d="M5.5 3 2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6" />,
  redo: <path d="m10.5 3 3 3-3 3M13.5 6H6a3.5 3.5 0 0 0 0 7h4" />,
  theme: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5v11a5.5 5.5 0 0 0 0-11z" fill="currentColor" />
    </>
  ),
  down: <path d="m5 6.5 3 3 3-3" />,
  more: (
    <>
      <circle cx="8" cy="3.5" r=".8" fill="currentColor" />
      <circle cx="8" cy="8" r=".8" fill="currentColor" />
      <circle cx="8" cy="12.5" r=".8" fill="currentColor" />
    </>
  ),
  plus: <path d="M8 3.5v9M3.5 8h9" />,
  file: <path d="M4 2h5l3.5 3.5V14H4zM9 2v3.5h3.5" />,
  book: <path d="M3 3h4.5c.5 0 .5.5.5.5V14s0-.8-1-.8H3zm10 0H8.5c-.5 0-.5.5-.5.5V14s0-.8 1-.8h4z" />,
  help: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M6.4 6.5a1.6 1.6 0 1 1 2.3 1.5c-.5.2-.7.5-.7 1.1M8 11v.2" />
    </>
  ),
  flag: <path d="M4 14V2.5h8L10 5.7 12 9H4" />,
} as const;

export function Icon({ name }: { readonly name: keyof typeof paths }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {paths[name]}
    </svg>
  );
}
