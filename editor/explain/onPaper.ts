/** Paper is white: what is printed is in the light colours, whichever the screen has. */
export function onPaper(): () => void {
  const { dataset } = document.documentElement;
  let before: string | undefined;
  const start = (): void => {
    before = dataset.theme;
    dataset.theme = 'light';
  };
  const end = (): void => {
    if (before !== undefined) dataset.theme = before;
  };
  addEventListener('beforeprint', start);
  addEventListener('afterprint', end);
  return () => {
    removeEventListener('beforeprint', start);
    removeEventListener('afterprint', end);
  };
}
