/** 「诊断信息」: what the program, the browser and this place are, and what went wrong. Never a rule, a name of a file, or a person. */

import { prefs } from '../state/prefs.ts';
import { session } from '../state/session.ts';
import { offline } from '../sw/offline.ts';
import { faults } from './faults.ts';

declare const CME_VERSION: string;

export interface Diagnosis {
  readonly program: string;
  readonly language: string;
  readonly browser: string;
  readonly place: Readonly<Record<string, boolean>>;
  readonly screen: string;
  readonly prefs: ReturnType<typeof prefs.get>;
  readonly text: string;
  readonly offline: string;
  readonly faults: ReturnType<typeof faults>;
}

export function diagnosis(): Diagnosis {
  const has = (name: string, where: object = globalThis): boolean => name in where;
  return {
    program: CME_VERSION,
    language: '1',
    browser: navigator.userAgent,
    place: {
      secure: isSecureContext,
      filePicker: has('showSaveFilePicker'),
      clipboard: has('clipboard', navigator),
      cryptoSubtle: has('subtle', crypto),
      serviceWorker: has('serviceWorker', navigator),
      indexedDB: has('indexedDB'),
      editContext: has('EditContext'),
      trustedTypes: has('trustedTypes'),
    },
    screen: `${innerWidth}×${innerHeight} @${devicePixelRatio}`,
    prefs: prefs.get(),
    text: session.get().monaco,
    offline: offline(),
    faults: faults(),
  };
}

export const written = (): string => JSON.stringify(diagnosis(), null, 2);
