/**
 * The screens, in the order of the top bar. A new one is a row here: its name in the address, its words, and how it is
 * shown (`lazy(() => import(…))` where it is large). `needs`: it shows a file, and is no place to go while none is open.
 */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { WordId } from '../words/index.ts';
import { EditScreen } from './EditScreen.tsx';
import { StartScreen } from './StartScreen.tsx';

export interface Screen {
  readonly id: string;
  readonly word: WordId;
  readonly needs: 'file' | 'nothing';
  /** Stands in the top bar. */
  readonly place: boolean;
  readonly show: ComponentType | LazyExoticComponent<ComponentType>;
}

export const screens: readonly Screen[] = [
  { id: 'start', word: 'start', needs: 'nothing', place: false, show: StartScreen },
  { id: 'edit', word: 'edit', needs: 'file', place: true, show: EditScreen },
  {
    id: 'flow',
    word: 'flowPlace',
    needs: 'file',
    place: true,
    show: lazy(() => import('../flow/FlowScreen.tsx')),
  },
  {
    id: 'roster',
    word: 'rosterPlace',
    needs: 'file',
    place: true,
    show: lazy(() => import('../roster/RosterScreen.tsx')),
  },
  {
    id: 'explain',
    word: 'explainPlace',
    needs: 'file',
    place: true,
    show: lazy(() => import('../explain/ExplainScreen.tsx')),
  },
  {
    id: 'clauses',
    word: 'clausesScreen',
    needs: 'file',
    place: true,
    show: lazy(() => import('../clauses/ClausesScreen.tsx')),
  },
  {
    id: 'problems',
    word: 'problems',
    needs: 'file',
    place: true,
    show: lazy(() => import('../problems/ProblemsScreen.tsx')),
  },
  {
    id: 'examples',
    word: 'examplesScreen',
    needs: 'file',
    place: true,
    show: lazy(() => import('../examples/ExamplesScreen.tsx')),
  },
  {
    id: 'compare',
    word: 'comparePlace',
    needs: 'file',
    place: true,
    show: lazy(() => import('../compare/CompareScreen.tsx')),
  },
  {
    id: 'release',
    word: 'releasePlace',
    needs: 'file',
    place: true,
    show: lazy(() => import('../release/ReleaseScreen.tsx')),
  },
  {
    id: 'across',
    word: 'acrossPlace',
    needs: 'file',
    place: false,
    show: lazy(() => import('../across/AcrossScreen.tsx')),
  },
  { id: 'help', word: 'help', needs: 'nothing', place: false, show: lazy(() => import('../help/HelpScreen.tsx')) },
];
