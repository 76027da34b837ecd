import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community';
import type { ListColumn } from '~/domain/customerList';
import type { CustomerGridContext, CustomerStub } from './customerGridView';

let count = 0;

/** The text field in a cell of the list, with the texts others have to choose from. */
export class CustomerEditor implements ICellEditorComp<CustomerStub, string> {
  private readonly box = document.createElement('span');
  private readonly input = document.createElement('input');
  private start = '';

  init({ context, data, colDef, eventKey }: ICellEditorParams<CustomerStub, string, CustomerGridContext>): void {
    const column = (colDef.colId ?? '') as ListColumn;
    this.start = context.entry(data.row, column);
    this.input.className = 'pg-editor-input cl-editor-input';
    this.input.type = 'text';
    this.input.autocomplete = 'off';
    this.input.spellcheck = false;
    this.input.setAttribute('aria-label', context.label(data.row, column));
    const isTyped = eventKey !== null && [...eventKey].length === 1;
    const isCleared = eventKey === 'Backspace' || eventKey === 'Delete';
    this.input.value = isTyped ? eventKey : isCleared ? '' : this.start;
    this.box.className = 'pg-editor pg-editor-right';
    this.box.append(this.input, ...this.offers(context.offers(column)));
  }

  getGui(): HTMLElement {
    return this.box;
  }

  afterGuiAttached(): void {
    this.input.focus({ preventScroll: true });
    this.input.setSelectionRange(this.input.value.length, this.input.value.length);
  }

  getValue(): string {
    return this.input.value.trim();
  }

  isCancelAfterEnd(): boolean {
    return this.getValue() === this.start;
  }

  private offers(texts: readonly string[]): HTMLElement[] {
    if (texts.length === 0) return [];
    const list = document.createElement('datalist');
    count += 1;
    list.id = `cl-offers-${count}`;
    for (const text of texts) list.append(Object.assign(document.createElement('option'), { value: text }));
    this.input.setAttribute('list', list.id);
    return [list];
  }
}
