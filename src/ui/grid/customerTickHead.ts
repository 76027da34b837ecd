import type { IHeaderComp, IHeaderParams } from 'ag-grid-community';
import type { CustomerGridContext, CustomerStub } from './customerGridView';

/** Ticks everybody the list takes, in sight or not. */
export class CustomerTickHead implements IHeaderComp {
  private readonly box = document.createElement('span');
  private readonly input = document.createElement('input');
  private context: CustomerGridContext | null = null;

  init({ context }: IHeaderParams<CustomerStub, CustomerGridContext>): void {
    this.context = context;
    this.box.className = 'cl-tick cl-tick-head';
    this.input.type = 'checkbox';
    this.input.addEventListener('click', () => this.context?.tickAll(this.input.checked));
    this.input.setAttribute('aria-label', context.tickAllLabel());
    this.input.checked = context.allTicked();
    this.box.append(this.input);
  }

  getGui(): HTMLElement {
    return this.box;
  }

  refresh(): boolean {
    this.input.checked = this.context?.allTicked() ?? false;
    return true;
  }
}
