import type { ReactNode } from 'react';
import { type SectionKind, type SheetKind, sectionWord } from '../../src/edit/index.ts';
import { addSection } from '../state/add.ts';
import { useLang, useSay } from '../words/index.ts';
import type { Page } from '../worker/protocol.ts';

type Kinds = readonly Exclude<SectionKind, 'brokenSection'>[];

const sections: Partial<Readonly<Record<SheetKind, Kinds>>> = {
  fields: ['recordField', 'personField'],
  readings: ['reading'],
  requirements: ['require'],
  category: ['item'],
  groups: ['group'],
  notices: ['notice'],
  uncomputed: ['uncomputed'],
  examples: ['example'],
};

/** At the foot of a sheet: another of what it lists. */
export function SheetFoot({ page }: { readonly page: Page }): ReactNode {
  const say = useSay();
  const lang = useLang();
  const head = page.blocks.find(({ kind }) => kind === 'category');
  const kinds = page.sheet.kind === 'category' && (!head || head.disabled) ? [] : (sections[page.sheet.kind] ?? []);
  if (kinds.length === 0) return null;
  return (
    <div className="sheetfoot">
      {kinds.map((section) => (
        <button
          key={section}
          type="button"
          className="plus"
          onClick={({ currentTarget }) =>
            addSection({ section, from: currentTarget, ...(section === 'item' && head && { into: head.key }) })
          }
        >
          ＋ {say('addOne', { what: sectionWord(section)[lang] })}
        </button>
      ))}
    </div>
  );
}
