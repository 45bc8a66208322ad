/** Tells two contents apart, nothing more: `crypto.subtle` is missing on plain `http://内网`, so it is done by hand (FNV-1a, twice). */
export const hashOf = (text: string): string => {
  let [a, b] = [0x811c9dc5, 0x9dc5811c];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + i), 0x01000193);
  }
  return [a, b].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
};
