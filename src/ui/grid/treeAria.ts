import type { RowStub } from './rowStub';

/** The grid is a tree for screen readers. */
export function markTree(host: HTMLElement, label: string): void {
  const viewport = host.querySelector('.ag-grid-viewport');
  viewport?.setAttribute('role', 'treegrid');
  viewport?.setAttribute('aria-label', label);
}

/** Level, place and state of a row; only parents can be expanded. */
export function markRow(element: HTMLElement, row: RowStub): void {
  element.setAttribute('aria-level', String(row.level));
  element.setAttribute('aria-posinset', String(row.position));
  element.setAttribute('aria-setsize', String(row.siblings));
  if (row.parent) element.setAttribute('aria-expanded', String(row.open));
  else element.removeAttribute('aria-expanded');
}
