import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import type { GridContext } from './gridContext';
import type { RowStub } from './rowStub';

const INDENT = 16;

/** The name of a row behind its expander. The row itself tells screen readers whether it is open; the arrow is for the hand. */
export class NameCell implements ICellRendererComp<RowStub> {
  private readonly box = document.createElement('span');
  private readonly arrow = document.createElement('span');
  private readonly label = document.createElement('span');
  private readonly tag = document.createElement('span');
  private readonly fill = document.createElement('button');
  private params: ICellRendererParams<RowStub, string, GridContext> | null = null;

  init(params: ICellRendererParams<RowStub, string, GridContext>): void {
    this.box.className = 'pg-name';
    this.arrow.className = 'pg-arrow';
    this.label.className = 'pg-label';
    this.tag.className = 'pg-tag';
    this.arrow.addEventListener('mousedown', (event) => event.preventDefault());
    this.arrow.addEventListener('click', () => {
      const { data, context } = this.params ?? {};
      if (data?.parent) context?.toggle(data, !data.open);
    });
    this.fill.className = 'pg-fill';
    this.fill.type = 'button';
    this.fill.tabIndex = -1;
    this.fill.addEventListener('click', () => this.params?.context.fill());
    this.box.append(this.arrow, this.label, this.tag, this.fill);
    this.show(params);
  }

  getGui(): HTMLElement {
    return this.box;
  }

  refresh(params: ICellRendererParams<RowStub, string, GridContext>): boolean {
    this.show(params);
    return true;
  }

  private show(params: ICellRendererParams<RowStub, string, GridContext>): void {
    const { data, context } = params;
    this.params = params;
    if (!data) return;
    this.label.textContent = data.label;
    this.label.title = data.label;
    this.box.style.paddingInlineStart = `${(data.level - 1) * INDENT}px`;
    this.arrow.classList.toggle('pg-arrow-none', !data.parent);
    this.arrow.classList.toggle('pg-arrow-open', data.open);
    this.tag.textContent =
      !data.parent && data.role === 'row' && context.isNew(data) ? context.view().t('plan.newMember') : '';
    this.fill.hidden = data.role !== 'unallocated' || !context.canFill();
    this.fill.textContent = context.view().t('plan.fillUnallocated');
  }
}
