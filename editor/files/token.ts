/**
 * What lets this page speak to the server that gave it out. It comes once, in the part of the address that browsers send
 * nowhere, and stays with this tab; a later tab of the same browser has a cookie that no page can read.
 */
const KEY = 'cme.token';

const given = /^#token=([\w-]+)$/.exec(location.hash)?.[1];
if (given !== undefined) {
  history.replaceState(null, '', `${location.pathname}#/start`);
  try {
    sessionStorage.setItem(KEY, given);
  } catch {
    // It is asked for again at the next visit.
  }
}

export const token = (): string | null => {
  try {
    return given ?? sessionStorage.getItem(KEY);
  } catch {
    return given ?? null;
  }
};
