import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import type { GridContext } from './gridContext';
import type { RowStub } from './rowStub';

/**
 * A number as plain elements. It is a component of its own so that a refresh leaves the other children of the cell
 * alone: the input that catches the input method lives there too.
 */
export class NumberCell implements ICellRendererComp<RowStub> {
  private readonly box = document.createElement('span');
  private readonly text = document.createElement('span');

  init(params: ICellRendererParams<RowStub, number, GridContext>): void {
    this.box.className = 'pg-number';
    this.text.className = 'pg-digits';
    const lock = document.createElement('span');
    lock.className = 'pg-lock';
    this.box.append(lock, this.text);
    this.show(params);
  }

  getGui(): HTMLElement {
    return this.box;
  }

  refresh(params: ICellRendererParams<RowStub, number, GridContext>): boolean {
    const before = this.text.textContent;
    this.show(params);
    if (before !== '' && before !== this.text.textContent && params.context.moved()) this.fade();
    return true;
  }

  private show({ data, colDef, context }: ICellRendererParams<RowStub, number, GridContext>): void {
    this.text.textContent = data && colDef ? context.textOf(data, colDef.colId ?? '') : '';
  }

  private fade(): void {
    const again = this.box.classList.contains('pg-moved');
    this.box.classList.toggle('pg-moved', !again);
    this.box.classList.toggle('pg-moved--again', again);
  }
}
