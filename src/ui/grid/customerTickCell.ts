import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import { type CustomerGridContext, type CustomerStub, TOTAL_ROW } from './customerGridView';

type Params = ICellRendererParams<CustomerStub, unknown, CustomerGridContext>;

/** The tick of a row; Shift takes all rows since the last one. Space on any cell of the row does the same for the keyboard. */
export class CustomerTickCell implements ICellRendererComp<CustomerStub> {
  private readonly input = document.createElement('input');
  private readonly box = document.createElement('span');
  private params: Params | null = null;

  init(params: Params): void {
    this.box.className = 'cl-tick';
    this.input.type = 'checkbox';
    this.input.tabIndex = -1;
    this.input.addEventListener('click', (event) => {
      const { data, context } = this.params ?? {};
      if (data) context?.tick(data.row, this.input.checked, event.shiftKey);
    });
    this.show(params);
  }

  getGui(): HTMLElement {
    return this.box;
  }

  refresh(params: Params): boolean {
    this.show(params);
    return true;
  }

  private show(params: Params): void {
    this.params = params;
    const { data, context } = params;
    if (!data || data.row === TOTAL_ROW) {
      this.box.replaceChildren();
      return;
    }
    this.input.checked = context.isTicked(data.row);
    this.input.setAttribute('aria-label', context.tickLabel(data.row));
    if (!this.input.isConnected) this.box.replaceChildren(this.input);
  }
}
