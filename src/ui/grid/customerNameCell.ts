import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import { type CustomerGridContext, type CustomerStub, TOTAL_ROW } from './customerGridView';

type Params = ICellRendererParams<CustomerStub, unknown, CustomerGridContext>;

/** The name of a customer, which opens its page by a click; Enter on the cell does the same. */
export class CustomerNameCell implements ICellRendererComp<CustomerStub> {
  private readonly box = document.createElement('span');
  private readonly link = document.createElement('button');
  private params: Params | null = null;

  init(params: Params): void {
    this.box.className = 'cl-name';
    this.link.type = 'button';
    this.link.className = 'cl-link';
    this.link.tabIndex = -1;
    this.link.addEventListener('click', () => {
      const { data, context } = this.params ?? {};
      if (data) context?.open(data.row);
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
    if (!data) return;
    const isTotal = data.row === TOTAL_ROW;
    const text = isTotal ? context.totalText('name') : context.words(data.row, 'name').text;
    if (isTotal) {
      this.box.textContent = text;
      return;
    }
    if (this.link.textContent !== text) this.link.textContent = text;
    this.link.title = text;
    if (!this.link.isConnected) this.box.replaceChildren(this.link);
  }
}
