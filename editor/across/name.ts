/** `湖北 2025` */
export const nameOf = ({ label, version }: { readonly label: string; readonly version: string }): string =>
  `${label} ${version}`.trim();

export const signed = (amount: number): string => (amount > 0 ? `+${amount}` : amount < 0 ? `−${-amount}` : '0');
