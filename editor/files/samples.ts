/** The rule files that come with the editor. */
import hubei from '../../rules/hubei.cme?raw';
import national from '../../rules/national.cme?raw';
import type { FileEntry } from './files.ts';

export const samples: readonly { readonly entry: FileEntry; readonly text: string }[] = [
  { entry: { id: 'sample:hubei', name: 'hubei.cme', title: '湖北 2025', from: 'sample' }, text: hubei },
  { entry: { id: 'sample:national', name: 'national.cme', title: '国家 2024', from: 'sample' }, text: national },
];
