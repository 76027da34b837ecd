import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import type { ListColumn } from '~/domain/customerList';
import { type CustomerGridContext, type CustomerStub, TOTAL_ROW } from './customerGridView';

type Params = ICellRendererParams<CustomerStub, unknown, CustomerGridContext>;

/** One cell of the customer list: a text, a number or a state in words. */
export class CustomerCell implements ICellRendererComp<CustomerStub> {
  private readonly box = document.createElement('span');

  init(params: Params): void {
    this.box.className = 'cl-text';
    this.show(params);
  }

  getGui(): HTMLElement {
    return this.box;
  }

  refresh(params: Params): boolean {
    this.show(params);
    return true;
  }

  private show({ data, colDef, context }: Params): void {
    if (!data) return;
    const column = (colDef?.colId ?? '') as ListColumn;
    const { text, state } =
      data.row === TOTAL_ROW ? { text: context.totalText(column), state: undefined } : context.words(data.row, column);
    if (this.box.textContent !== text) this.box.textContent = text;
    if (state) this.box.dataset.state = state;
    else delete this.box.dataset.state;
  }
}
