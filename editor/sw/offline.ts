/**
 * Where the browser lets a page work without its host (https, and this machine), the program is kept for that: see
 * `worker.ts`. Elsewhere nothing is tried, and nothing is missing but a reload without the network.
 */
import { ownUrl } from '../trusted.ts';

let state: 'unavailable' | 'waiting' | 'kept' | 'refused' = 'unavailable';

export const offline = (): typeof state => state;

/** After what the first screen needs has come. */
const LATER_MS = 3000;

export function keepForOffline(): void {
  if (!import.meta.env.PROD || !isSecureContext || !('serviceWorker' in navigator)) return;
  state = 'waiting';
  setTimeout(() => {
    navigator.serviceWorker.register(ownUrl('sw.js'), { updateViaCache: 'none' }).then(
      () => {
        state = 'kept';
      },
      () => {
        state = 'refused';
      },
    );
  }, LATER_MS);
}
