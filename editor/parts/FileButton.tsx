import { type ReactNode, useRef } from 'react';

interface Props {
  readonly words: string;
  /** Classes of the button. */
  readonly look: string;
  readonly accept: string;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}

/** A button that asks for a file of the user's. The same file may be chosen twice. */
export function FileButton({ words, look, accept, disabled = false, onFile }: Props): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={look} disabled={disabled} onClick={() => input.current?.click()}>
        {words}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
