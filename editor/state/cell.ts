/** The cell that is open for editing, which the grid's box holds. */
export function openCell(): HTMLTextAreaElement | null {
  const at = document.activeElement;
  return at instanceof HTMLTextAreaElement && at.dataset.idle === 'false' ? at : null;
}

/** What is being typed into a cell is taken, as it is when one leaves it. */
export function leaveCell(): void {
  const at = openCell();
  at?.blur();
  at?.focus({ preventScroll: true });
}
