/** The stop that was hit, else the one of the same cell that is nearest. */
export function stopUnder(target: HTMLElement, x: number): string | undefined {
  const hit = target.closest<HTMLElement>('[data-stop]');
  if (hit) return hit.dataset.stop;
  const inCell = [...(target.closest('.tcell')?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])];
  const far = (one: HTMLElement): number => {
    const { left, right } = one.getBoundingClientRect();
    return Math.max(left - x, x - right, 0);
  };
  return inCell.toSorted((a, b) => far(a) - far(b))[0]?.dataset.stop;
}
